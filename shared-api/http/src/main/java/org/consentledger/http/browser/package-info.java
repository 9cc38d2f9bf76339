/** What browsers may do with answers, and which pages of other origins may ask for them. */
@NullMarked
package org.consentledger.http.browser;

import org.jspecify.annotations.NullMarked;
