/** What went to whom, and on what ground. */
@NullMarked
package org.consentledger.query.transfer;

import org.jspecify.annotations.NullMarked;
