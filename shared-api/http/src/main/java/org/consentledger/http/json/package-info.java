/** How values are read from JSON and written to it. */
@NullMarked
package org.consentledger.http.json;

import org.jspecify.annotations.NullMarked;
