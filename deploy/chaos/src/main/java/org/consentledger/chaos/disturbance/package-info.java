/** What is done to the ledger while it works, and how it is seen to recover. */
@NullMarked
package org.consentledger.chaos.disturbance;

import org.jspecify.annotations.NullMarked;
