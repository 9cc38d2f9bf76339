/** Transfers in numbers, counted by the database. */
@NullMarked
package org.consentledger.query.report.transfers;

import org.jspecify.annotations.NullMarked;
