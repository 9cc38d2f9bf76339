/** The controller's overview of a period, in numbers. */
@NullMarked
package org.consentledger.query.report.overview;

import org.jspecify.annotations.NullMarked;
