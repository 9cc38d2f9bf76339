package org.consentledger.query.report.expiring;

import org.consentledger.query.report.wording.Wording;

/**
 * What ends soon, for people.
 *
 * @param of what it shows
 * @param hasMore whether there are more consents than are shown
 * @param say how it is written
 */
record ExpiringPage(Expiring of, boolean hasMore, Wording say) {}
