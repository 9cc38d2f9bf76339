/** Going through a list page by page (RFC 8288). */
@NullMarked
package org.consentledger.http.paging;

import org.jspecify.annotations.NullMarked;
