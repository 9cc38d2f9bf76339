package org.consentledger.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientEvent;

/**
 * All notices and recipients as the ledger knew them at one position. Immutable.
 *
 * @param notices by notice code, each notice's versions in order of publication
 * @param recipients by recipient code
 * @param position of the last event folded in; -1 when empty
 */
public record Catalogue(
        SequencedMap<String, List<Notice>> notices, SequencedMap<String, Recipient> recipients, long position) {

    public static final Catalogue EMPTY = new Catalogue(new LinkedHashMap<>(), new LinkedHashMap<>(), -1);

    /** The catalogue after one more event. Events that concern neither a notice nor a recipient change nothing. */
    public Catalogue with(LedgerEvent event, long at) {
        return switch (event) {
            case NoticePublished e -> {
                var code = e.notice().notice();
                var versions = Stream.concat(versions(code).stream(), Stream.of(e.notice()));
                yield new Catalogue(with(notices, code, versions.toList()), recipients, at);
            }
            case RecipientEvent e -> {
                var evolved = Recipient.evolve(recipients.get(e.recipient()), e);
                yield new Catalogue(notices, with(recipients, e.recipient(), evolved), at);
            }
            default -> this;
        };
    }

    public boolean knowsNotice(String code) {
        return notices.containsKey(code);
    }

    public Optional<Notice> notice(String code, String version) {
        return versions(code).stream().filter(n -> n.version().equals(version)).findFirst();
    }

    /** Every version of every notice, by code, then in order of publication. */
    public List<Notice> allNotices() {
        return notices.values().stream().flatMap(Collection::stream).toList();
    }

    public Optional<Recipient> recipient(String code) {
        return Optional.ofNullable(recipients.get(code));
    }

    /**
     * The notice versions in force at a world time: of each notice the version that became effective last, and of two
     * that became effective at the same moment the one published later.
     */
    public List<Notice> inForce(Instant at) {
        return notices.values().stream()
                .flatMap(versions -> lastEffective(versions.stream().filter(n -> isEffective(n, at))).stream())
                .toList();
    }

    /**
     * The purpose as the notice in force describes it. When several notices in force name the purpose, the one that
     * became effective last has the last word.
     */
    public Optional<PurposeInForce> purposeInForce(String purpose, Instant at) {
        return lastEffective(inForce(at).stream().filter(n -> n.purpose(purpose).isPresent()))
                .map(n -> new PurposeInForce(n, n.purpose(purpose).orElseThrow()));
    }

    /**
     * When consents given under a notice version ceased to count, because a later version in force at {@code at} asks
     * again.
     *
     * @return the world time at which the first such version became effective, UTC
     */
    public Optional<Instant> askedAgainAt(String code, String version, Instant at) {
        return notice(code, version)
                .flatMap(given -> versions(code).stream()
                        .filter(Notice::asksAgain)
                        .map(Notice::effectiveFrom)
                        .filter(from -> from.isAfter(given.effectiveFrom()) && !from.isAfter(at))
                        .min(Comparator.naturalOrder()));
    }

    private List<Notice> versions(String code) {
        return notices.getOrDefault(code, List.of());
    }

    private static boolean isEffective(Notice notice, Instant at) {
        return !notice.effectiveFrom().isAfter(at);
    }

    private static Optional<Notice> lastEffective(Stream<Notice> published) {
        return published.reduce(
                (earlier, later) -> later.effectiveFrom().isBefore(earlier.effectiveFrom()) ? earlier : later);
    }

    private static <V> SequencedMap<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
