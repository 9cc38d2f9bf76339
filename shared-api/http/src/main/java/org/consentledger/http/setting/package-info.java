/** What is said of a setting of the web edge that is wrong. */
@NullMarked
package org.consentledger.http.setting;

import org.jspecify.annotations.NullMarked;
