/** What ends soon: safeguards, what they rest on, and consents. */
@NullMarked
package org.consentledger.query.report.expiring;

import org.jspecify.annotations.NullMarked;
