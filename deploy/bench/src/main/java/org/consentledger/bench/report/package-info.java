/** Figures, targets, the table and the file. */
@NullMarked
package org.consentledger.bench.report;

import org.jspecify.annotations.NullMarked;
