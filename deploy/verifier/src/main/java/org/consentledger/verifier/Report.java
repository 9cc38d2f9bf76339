package org.consentledger.verifier;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/** Prints each finding when it is found, so that any number needs no memory. */
final class Report implements Consumer<Finding> {

    private final PrintWriter out;
    private long findings;

    Report(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Finding finding) {
        findings++;
        say(finding.sentence());
    }

    /** Whether nothing was found. */
    boolean conclude(Outcome outcome) {
        var isVerified = findings == 0;
        if (isVerified) {
            var checkpoint = outcome.largestFit().orElseThrow();
            say("verified to size " + checkpoint.size() + " (root "
                    + checkpoint.root().base64() + ", checkpoint of origin "
                    + checkpoint.checkpoint().origin() + ")");
        }
        outcome.remarks().forEach(remark -> say("note: " + remark.sentence()));
        if (!isVerified) {
            say("not verified: " + (findings == 1 ? "1 problem" : findings + " problems"));
        }
        return isVerified;
    }

    /**
     * The same of a restored ledger.
     *
     * @param size events that it holds
     * @param published events that are known to have been published
     */
    boolean concludePrefix(long size, long published, Outcome outcome) {
        if (findings > 0) {
            return conclude(new Outcome(outcome.largestFit(), List.of()));
        }
        say("verified: the restored ledger is the first " + size + " of " + published + " events that were published");
        if (published > size) {
            var lost = new Positions(size, published - 1);
            say("note: " + lost + " " + lost.are() + " not in it");
        }
        return true;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
