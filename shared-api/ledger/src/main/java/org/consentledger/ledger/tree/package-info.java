/** The ledger as a verifiable log: its Merkle tree, which grows in the commit of each event. */
@NullMarked
package org.consentledger.ledger.tree;

import org.jspecify.annotations.NullMarked;
