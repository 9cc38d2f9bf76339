/** Whether the database can be reached, known without asking it. */
@NullMarked
package org.consentledger.ledger.reachability;

import org.jspecify.annotations.NullMarked;
