package org.consentledger.verifier;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a call of the verifier came to. */
record Run(int exitCode, List<String> out, List<String> err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Verifier.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Run(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }
}
