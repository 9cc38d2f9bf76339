/** How reports write what is no text: times, numbers, countries. */
@NullMarked
package org.consentledger.query.report.wording;

import org.jspecify.annotations.NullMarked;
