package org.consentledger.ledger.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.consentledger.log.digest.Sha256;
import org.consentledger.register.LegalRegister;
import org.consentledger.setting.SettingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where the legal register comes from: the one shipped, or the operator's own. */
public final class LegalRegisters {

    private static final String SHIPPED = "/org/consentledger/ledger/legal-register.yaml";
    private static final int DIGEST_CHARACTERS = 16;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LegalRegisters() {}

    /** The register as of this release. */
    public static LegalRegister shipped() {
        try (var in = LegalRegisters.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + SHIPPED);
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the operator's own register.
     *
     * @throws SettingException if there is no such file, or it is not a legal register; the message says why
     */
    public static LegalRegister load(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SettingException("LEDGER_LEGAL_REGISTER: the legal register " + file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new SettingException(
                    "LEDGER_LEGAL_REGISTER: the legal register " + file + " is not understood: "
                            + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ")",
                    e);
        }
    }

    private static LegalRegister parse(byte[] yaml) {
        return YAML.readValue(yaml, LegalRegisterFile.class).toRegister(digest(yaml));
    }

    private static String digest(byte[] yaml) {
        return HexFormat.of().formatHex(Sha256.of(yaml)).substring(0, DIGEST_CHARACTERS);
    }
}
