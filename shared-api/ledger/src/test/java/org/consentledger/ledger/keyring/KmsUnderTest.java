package org.consentledger.ledger.keyring;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;

/** A key management service, in memory; found as the clients of real ones are. */
public final class KmsUnderTest implements KmsClient {

    static final String URI = "test-kms://keys/1";

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.equals(URI);
    }

    @Override
    public KmsClient withCredentials(String credentials) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String keyUri) {
        return AesGcm.of(new byte[AesGcm.KEY_BYTES]);
    }
}
