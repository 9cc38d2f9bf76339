package org.consentledger.query.decision;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.ledger.register.LegalRegisters;
import org.consentledger.register.LegalRegister;

/** The legal register in use, and those that were in use before, as far as the operator kept them. */
final class LegalRegistersAtHand {

    private final LegalRegister current;
    private final Map<String, LegalRegister> byDigest;

    /** @throws org.consentledger.setting.SettingException if a file cannot be read, or is none */
    LegalRegistersAtHand(LegalRegister current, List<Path> previous) {
        this.current = current;
        this.byDigest = Stream.concat(
                        Stream.of(current, LegalRegisters.shipped()),
                        previous.stream().map(file -> LegalRegisters.load("LEDGER_PREVIOUS_LEGAL_REGISTERS", file)))
                .collect(toUnmodifiableMap(LegalRegister::digest, register -> register, (one, other) -> one));
    }

    LegalRegister current() {
        return current;
    }

    /** That of an earlier decision; empty if it was not kept. */
    Optional<LegalRegister> of(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }
}
