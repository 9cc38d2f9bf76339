package org.consentledger.query.console;

import java.util.Comparator;
import org.consentledger.subject.SubjectId;

/**
 * A way from a subject's page to what another capability says of the same subject. Each bean of this type is one.
 *
 * @param order the lowest comes first
 * @param key of the text, in {@link org.consentledger.query.language.Words}
 * @param path where it leads, with {@code {subjectId}} for the pseudonym
 */
public record SubjectLink(int order, String key, String path) implements Comparable<SubjectLink> {

    private static final Comparator<SubjectLink> ORDER =
            Comparator.comparingInt(SubjectLink::order).thenComparing(SubjectLink::path);

    @Override
    public int compareTo(SubjectLink other) {
        return ORDER.compare(this, other);
    }

    /** The path for one subject. */
    public String to(SubjectId subject) {
        return path.replace("{subjectId}", subject.value());
    }
}
