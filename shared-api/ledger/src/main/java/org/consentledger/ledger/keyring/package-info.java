/** Who the subjects are, and the keys of their personal data: what erasure destroys. */
@NullMarked
package org.consentledger.ledger.keyring;

import org.jspecify.annotations.NullMarked;
