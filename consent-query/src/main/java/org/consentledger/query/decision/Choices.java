package org.consentledger.query.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about: everything that the catalogue ever named, and what was asked though it never did.
 *
 * @param recipients by name
 * @param purposes codes, in order
 * @param categories codes, in order, after those that were asked for
 */
record Choices(List<Choice> recipients, List<String> purposes, List<String> categories) {

    /** A recipient to choose; one that is not registered has its code for a name. */
    record Choice(String code, String name, boolean isRetired) {

        static Choice of(Recipient recipient) {
            return new Choice(recipient.recipient(), recipient.name(), recipient.retiredAt() != null);
        }
    }

    static Choices of(Catalogue catalogue, @Nullable String recipient, @Nullable String purpose, List<String> asked) {
        var named = Stream.ofNullable(recipient)
                .filter(code -> catalogue.recipient(code).isEmpty())
                .map(code -> new Choice(code, code, false));
        var recipients = Stream.concat(catalogue.recipients().values().stream().map(Choice::of), named)
                .sorted(Comparator.comparing(Choice::name).thenComparing(Choice::code))
                .toList();
        var purposes = Stream.concat(purposes(catalogue).map(Purpose::purpose), Stream.ofNullable(purpose));
        var categories = Stream.concat(
                asked.stream(),
                inOrder(purposes(catalogue).map(Purpose::dataCategories).flatMap(Collection::stream)).stream());
        return new Choices(recipients, inOrder(purposes), categories.distinct().toList());
    }

    private static Stream<Purpose> purposes(Catalogue catalogue) {
        return catalogue.allNotices().stream().flatMap(notice -> notice.purposes().stream());
    }

    private static List<String> inOrder(Stream<String> codes) {
        var sorted = new TreeSet<String>();
        codes.forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
