/** How often one caller may ask. */
@NullMarked
package org.consentledger.http.rate;

import org.jspecify.annotations.NullMarked;
