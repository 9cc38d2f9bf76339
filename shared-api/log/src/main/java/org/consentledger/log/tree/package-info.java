/** The Merkle tree of RFC 6962 and RFC 9162 over SHA-256: hashes, roots, proofs. */
@NullMarked
package org.consentledger.log.tree;

import org.jspecify.annotations.NullMarked;
