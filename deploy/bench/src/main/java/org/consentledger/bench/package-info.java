/** Measures the products from outside, beside a plain application, an empty one and the bare database. */
@NullMarked
package org.consentledger.bench;

import org.jspecify.annotations.NullMarked;
