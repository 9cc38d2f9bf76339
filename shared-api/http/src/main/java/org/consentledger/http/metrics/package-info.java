/** What Prometheus reads of every service, by its conventions. */
@NullMarked
package org.consentledger.http.metrics;

import org.jspecify.annotations.NullMarked;
