/** Parts of the ledger to take away, each event with its proof. */
@NullMarked
package org.consentledger.query.export;

import org.jspecify.annotations.NullMarked;
