package org.consentledger.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who is known to have consented, as far as it was acknowledged: only of them a command may expect anything. */
final class Subjects {

    private final List<String> consenting = new ArrayList<>();
    private final SplittableRandom random;
    private final String prefix;
    private long created;

    Subjects(String prefix, SplittableRandom random) {
        this.prefix = prefix;
        this.random = random;
    }

    String fresh() {
        return prefix + created++;
    }

    void add(String subject) {
        consenting.add(subject);
    }

    boolean isEmpty() {
        return consenting.isEmpty();
    }

    /** Somebody who consents. */
    String any() {
        return consenting.get(random.nextInt(consenting.size()));
    }

    /** Somebody who is about to take consent back, and is never drawn again. */
    String remove() {
        var index = random.nextInt(consenting.size());
        var subject = consenting.get(index);
        consenting.set(index, consenting.getLast());
        consenting.removeLast();
        return subject;
    }
}
