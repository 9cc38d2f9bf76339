/** Reports for people who have to account for what was done with personal data, and for those whom the data are about. */
@NullMarked
package org.consentledger.query.report;

import org.jspecify.annotations.NullMarked;
