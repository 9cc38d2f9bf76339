/** The management port: health, metrics and what operators may set off. */
@NullMarked
package org.consentledger.http.management;

import org.jspecify.annotations.NullMarked;
