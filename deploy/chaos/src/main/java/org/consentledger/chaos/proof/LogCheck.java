package org.consentledger.chaos.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.disturbance.Wait;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.standalone.token.Role;
import org.consentledger.verifier.Verifier;

/** Lets the offline verifier check an export against every checkpoint that was seen, those from before each kill too. */
final class LogCheck {

    private final Ground ground;
    private final Calls calls;
    private final Findings findings;

    LogCheck(Ground ground, Calls calls, Findings findings) {
        this.ground = ground;
        this.calls = calls;
        this.findings = findings;
    }

    /** The log has come to its end when it signs this many events. */
    static void awaitSigned(Calls calls, Ground ground, int events) {
        Wait.until(
                "a checkpoint covers " + events + " events",
                () -> calls.get(ground.query().url("/v1/log/checkpoint"), Role.AUDITOR)
                        .body()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .filter(Integer.toString(events)::equals)
                        .isPresent());
    }

    void check(List<Path> checkpoints) throws IOException, InterruptedException {
        var export = ground.folder().resolve("export.ndjson");
        calls.download(ground.query().url("/v1/log/export"), "application/x-ndjson", export);
        var arguments = new ArrayList<>(
                List.of("verify", "--export", export.toString(), "--key", ground.verificationKey(), "--checkpoint"));
        checkpoints.forEach(checkpoint -> arguments.add(checkpoint.toString()));
        var said = new StringWriter();
        // of a long export it tells besides how far it is
        var besides = new StringWriter();
        var code = Verifier.run(
                new PrintWriter(said, true), new PrintWriter(besides, true), arguments.toArray(String[]::new));
        if (code != 0 || !said.toString().startsWith("verified to size ")) {
            findings.add("the verifier ends with " + code + ": " + said + besides);
        }
    }
}
