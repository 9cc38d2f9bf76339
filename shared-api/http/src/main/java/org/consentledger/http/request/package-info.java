/** The name by which caller and operator speak of one request. */
@NullMarked
package org.consentledger.http.request;

import org.jspecify.annotations.NullMarked;
