package org.consentledger.chaos.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What is not as it must be, in words. */
public final class Findings {

    private static final int OF_EACH_MAX = 5;

    private final List<String> found = new ArrayList<>();
    private final Consumer<String> told;

    /**
     * None yet.
     *
     * @param told of each at once
     */
    public Findings(Consumer<String> told) {
        this.told = told;
    }

    public void add(String finding) {
        found.add(finding);
        told.accept("FOUND: " + finding);
    }

    /** The first of many of a kind, and how many there are. */
    public void addAll(String kind, Collection<?> details) {
        if (!details.isEmpty()) {
            add(kind + " (" + details.size() + "): "
                    + String.join(
                            "; ",
                            details.stream()
                                    .limit(OF_EACH_MAX)
                                    .map(String::valueOf)
                                    .toList()));
        }
    }

    public List<String> all() {
        return List.copyOf(found);
    }
}
