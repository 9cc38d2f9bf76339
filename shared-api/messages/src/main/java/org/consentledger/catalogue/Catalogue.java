package org.consentledger.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param notices every version of every notice, in order of publication
 * @param recipients by recipient code, in order of registration
 * @param position of the last event folded in; -1 when empty
 */
public record Catalogue(List<Notice> notices, SequencedMap<String, Recipient> recipients, long position) {

    public static final Catalogue EMPTY = new Catalogue(List.of(), new LinkedHashMap<>(), -1);

    public Catalogue {
        notices = List.copyOf(notices);
        recipients = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(recipients));
    }

    /** An event and its place in the ledger. */
    public record Entry(long position, LedgerEvent event) {}

    /** The catalogue after one more event. */
    public Catalogue with(LedgerEvent event, long eventPosition) {
        return with(List.of(new Entry(eventPosition, event)));
    }

    /**
     * The catalogue after more events, in order of position. Those that concern neither a notice nor a recipient change
     * nothing. Many at once cost one copy of the catalogue, not one each.
     */
    public Catalogue with(List<Entry> entries) {
        var published = new ArrayList<>(notices);
        var changed = new LinkedHashMap<>(recipients);
        var last = position;
        for (var entry : entries) {
            switch (entry.event()) {
                case NoticePublished e -> published.add(e.notice());
                case RecipientEvent e -> changed.compute(e.recipient(), (code, before) -> Recipient.evolve(before, e));
                default -> {
                    continue;
                }
            }
            last = entry.position();
        }
        return new Catalogue(published, changed, last);
    }

    public boolean knowsNotice(String code) {
        return versions(code).findAny().isPresent();
    }

    public Optional<Notice> notice(String code, String version) {
        return versions(code).filter(n -> n.version().equals(version)).findFirst();
    }

    /** Every version of every notice, by code, then in order of publication. */
    public List<Notice> allNotices() {
        return notices.stream().sorted(Comparator.comparing(Notice::notice)).toList();
    }

    public Optional<Recipient> recipient(String code) {
        return Optional.ofNullable(recipients.get(code));
    }

    /**
     * The notice versions in force at a world time: of each notice the version that became effective last, and of two
     * that became effective at the same moment the one published later.
     *
     * @return in order of publication
     */
    public List<Notice> inForce(Instant at) {
        var inForce = new LinkedHashMap<String, Notice>();
        for (var notice : notices) {
            var rival = inForce.get(notice.notice());
            if (isEffective(notice, at) && (rival == null || !isEffectiveBefore(notice, rival))) {
                inForce.putLast(notice.notice(), notice);
            }
        }
        return List.copyOf(inForce.values());
    }

    /**
     * The purpose as the notice in force describes it. When several notices in force name the purpose, the one that
     * became effective last has the last word, and of two that became effective at the same moment the one published
     * later.
     */
    public Optional<PurposeInForce> purposeInForce(String purpose, Instant at) {
        return inForce(at).stream()
                .filter(n -> n.purpose(purpose).isPresent())
                .reduce((earlier, later) -> isEffectiveBefore(later, earlier) ? earlier : later)
                .map(n -> new PurposeInForce(n, n.purpose(purpose).orElseThrow()));
    }

    /**
     * When consents given under a notice version ceased to count, because a later version that has come into force by
     * {@code at} asks again. A version replaced for the very moment it was to become effective never came into force.
     *
     * @return the world time at which the first such version became effective, UTC
     */
    public Optional<Instant> askedAgainAt(String code, String version, Instant at) {
        return askedAgainBy(code, version, at).map(Notice::effectiveFrom);
    }

    /** The first such version. */
    public Optional<Notice> askedAgainBy(String code, String version, Instant at) {
        return notice(code, version)
                .flatMap(given -> versions(code)
                        .filter(Notice::asksAgain)
                        .filter(later -> isEffectiveBefore(given, later) && isEffective(later, at))
                        .filter(later -> inForce(later.effectiveFrom()).contains(later))
                        .min(Comparator.comparing(Notice::effectiveFrom)));
    }

    private Stream<Notice> versions(String code) {
        return notices.stream().filter(n -> n.notice().equals(code));
    }

    private static boolean isEffective(Notice notice, Instant at) {
        return !notice.effectiveFrom().isAfter(at);
    }

    private static boolean isEffectiveBefore(Notice one, Notice other) {
        return one.effectiveFrom().isBefore(other.effectiveFrom());
    }

    /** Whether any version of any notice names the purpose; callers may name others, which mean nothing here. */
    public boolean isPublished(String purpose) {
        return notices.stream().anyMatch(notice -> notice.purpose(purpose).isPresent());
    }
}
