package org.consentledger.chaos;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.chaos.proof.Count;

/**
 * What came of a run.
 *
 * @param count of commands; all of them lost if that could not be found out
 * @param kills of services and of PostgreSQL
 * @param done how often each kind of disturbance was done
 * @param findings what is not as it must be, in words
 */
record Result(Count count, int kills, Map<String, Integer> done, List<String> findings) {

    Result {
        done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
        findings = List.copyOf(findings);
    }

    /** Whether all is as it must be, after something was done. */
    boolean isGood() {
        return findings.isEmpty() && count.lost() == 0 && count.doubled() == 0 && count.acknowledged() > 0 && kills > 0;
    }

    /** The last line of {@code make chaos}. */
    String lastLine() {
        return "acknowledged=" + count.acknowledged() + " lost=" + count.lost() + " doubled=" + count.doubled()
                + " kills=" + kills;
    }
}
