/** The whole ledger in lines of JSON, as consent-query writes it and the verifier reads it. */
@NullMarked
package org.consentledger.log.export;

import org.jspecify.annotations.NullMarked;
