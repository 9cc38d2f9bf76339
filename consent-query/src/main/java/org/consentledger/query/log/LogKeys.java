package org.consentledger.query.log;

import java.util.List;
import org.consentledger.log.note.SigningKey;

/**
 * What the log is signed with.
 *
 * @param all one, or two while keys change: the new one first
 */
public record LogKeys(List<SigningKey> all) {

    public LogKeys {
        all = List.copyOf(all);
    }

    /** The key for what bears one signature. */
    public SigningKey newest() {
        return all.getFirst();
    }

    /** The log's name. */
    public String origin() {
        return newest().verification().name();
    }
}
