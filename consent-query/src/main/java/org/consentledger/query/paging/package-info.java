/** Lists a page at a time. */
@NullMarked
package org.consentledger.query.paging;

import org.jspecify.annotations.NullMarked;
