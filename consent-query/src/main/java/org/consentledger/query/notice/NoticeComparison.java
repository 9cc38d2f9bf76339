package org.consentledger.query.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a notice to another.
 *
 * @param added purposes that only the second one names, in its order
 * @param removed purposes that only the first one names, in its order
 * @param changed purposes that both name, with what changed, in the order of the second one
 * @param unchanged purposes that both name alike
 * @param texts languages whose text is another, came or went
 * @param homeArea what came into the home area and what left it
 */
record NoticeComparison(
        Notice from,
        Notice to,
        List<Purpose> added,
        List<Purpose> removed,
        List<ChangedPurpose> changed,
        List<Purpose> unchanged,
        List<ChangedText> texts,
        Change homeArea) {

    /** What of a notice can change, field by field. */
    enum Field {
        BASIS,
        FORM,
        DATA_CATEGORIES,
        RECIPIENT_CLASSES,
        CROSS_BORDER_CONSENT,
        VALID_FOR,
        HOME_AREA
    }

    /**
     * A field whose value changed.
     *
     * @param before what only the first version has; empty if it has nothing there
     * @param after what only the second version has; empty if it has nothing there
     */
    record Change(Field field, List<String> before, List<String> after) {

        Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** Whether it is a list, of which something came or went, and not one value in the place of another. */
        public boolean isList() {
            return switch (field) {
                case DATA_CATEGORIES, RECIPIENT_CLASSES, HOME_AREA -> true;
                case BASIS, FORM, CROSS_BORDER_CONSENT, VALID_FOR -> false;
            };
        }

        public boolean isNone() {
            return before.isEmpty() && after.isEmpty();
        }
    }

    record ChangedPurpose(String purpose, List<Change> changes) {}

    /**
     * A language's text.
     *
     * @param before digest of the first version's text; null if there was none
     * @param after digest of the second version's text; null if there is none
     */
    record ChangedText(
            String language,
            @Nullable String before,
            @Nullable String after) {}

    static NoticeComparison of(Notice from, Notice to) {
        var both = to.purposes().stream()
                .filter(purpose -> from.purpose(purpose.purpose()).isPresent())
                .toList();
        var changed = both.stream()
                .map(purpose -> new ChangedPurpose(
                        purpose.purpose(),
                        changes(from.purpose(purpose.purpose()).orElseThrow(), purpose)))
                .filter(purpose -> !purpose.changes().isEmpty())
                .toList();
        return new NoticeComparison(
                from,
                to,
                without(to.purposes(), from),
                without(from.purposes(), to),
                changed,
                both.stream()
                        .filter(purpose -> changed.stream()
                                .noneMatch(other -> other.purpose().equals(purpose.purpose())))
                        .toList(),
                texts(from, to),
                list(Field.HOME_AREA, from.homeArea(), to.homeArea()));
    }

    /** Whether both say the same, from when they are in force apart. */
    public boolean isSame() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && texts.isEmpty()
                && homeArea.isNone()
                && from.asksAgain() == to.asksAgain();
    }

    private static List<Purpose> without(List<Purpose> purposes, Notice other) {
        return purposes.stream()
                .filter(purpose -> other.purpose(purpose.purpose()).isEmpty())
                .toList();
    }

    private static List<Change> changes(Purpose before, Purpose after) {
        return Stream.of(
                        one(
                                Field.BASIS,
                                before,
                                after,
                                purpose -> purpose.basis().name()),
                        one(Field.FORM, before, after, purpose -> purpose.form().name()),
                        list(Field.DATA_CATEGORIES, before.dataCategories(), after.dataCategories()),
                        list(Field.RECIPIENT_CLASSES, names(before), names(after)),
                        one(Field.CROSS_BORDER_CONSENT, before, after, Purpose::crossBorderConsent),
                        one(
                                Field.VALID_FOR,
                                before,
                                after,
                                purpose -> Optional.ofNullable(purpose.validFor())
                                        .map(Object::toString)
                                        .orElse(null)))
                .filter(change -> !change.isNone())
                .toList();
    }

    private static List<String> names(Purpose purpose) {
        return purpose.recipientClasses().stream().map(Enum::name).toList();
    }

    private static Change one(Field field, Purpose before, Purpose after, Function<Purpose, @Nullable String> value) {
        var one = value.apply(before);
        var other = value.apply(after);
        return Objects.equals(one, other)
                ? new Change(field, List.of(), List.of())
                : new Change(field, given(one), given(other));
    }

    private static List<String> given(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Change list(Field field, Collection<String> before, Collection<String> after) {
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        var come = new ArrayList<>(after);
        come.removeAll(before);
        return new Change(field, gone, come);
    }

    private static List<ChangedText> texts(Notice from, Notice to) {
        return Stream.concat(from.texts().stream(), to.texts().stream())
                .map(NoticeText::language)
                .distinct()
                .map(language -> new ChangedText(language, digest(from, language), digest(to, language)))
                .filter(text -> !Objects.equals(text.before(), text.after()))
                .toList();
    }

    private static @Nullable String digest(Notice notice, String language) {
        return notice.texts().stream()
                .filter(text -> text.language().equals(language))
                .map(NoticeText::sha256)
                .findFirst()
                .orElse(null);
    }
}
