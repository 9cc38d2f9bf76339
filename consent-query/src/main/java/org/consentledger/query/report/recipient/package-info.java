/** What one recipient got in a period. */
@NullMarked
package org.consentledger.query.report.recipient;

import org.jspecify.annotations.NullMarked;
