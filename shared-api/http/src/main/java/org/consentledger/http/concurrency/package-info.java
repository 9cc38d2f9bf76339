/** How many requests are handled at the same time. */
@NullMarked
package org.consentledger.http.concurrency;

import org.jspecify.annotations.NullMarked;
