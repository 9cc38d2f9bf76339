package org.consentledger.ledger.keyring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * A key management service's key, which is a call away: what was decrypted lately is remembered. By what it is encrypted as:
 * who asks has just read that, so nobody is answered whose key was destroyed.
 */
final class RemoteAead implements Aead {

    private static final int REMEMBERED_MAX = 50_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final Aead service;
    private final Cache<Encrypted, byte[]> decrypted = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    RemoteAead(Aead service) {
        this.service = service;
    }

    private record Encrypted(ByteBuffer bytes, ByteBuffer associated) {}

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        return service.encrypt(plain, associated);
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] associated) throws GeneralSecurityException {
        var asked = new Encrypted(ByteBuffer.wrap(encrypted), ByteBuffer.wrap(associated));
        var known = decrypted.getIfPresent(asked);
        if (known == null) {
            known = service.decrypt(encrypted, associated);
            decrypted.put(asked, known);
        }
        return known.clone();
    }
}
