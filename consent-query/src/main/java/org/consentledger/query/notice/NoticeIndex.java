package org.consentledger.query.notice;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import org.consentledger.notice.Notice;

/**
 * Where in the text of a notice each purpose stands. An index beside the ledger: a published version never changes, and one
 * published without its paragraphs can be indexed later. An entry counts only for the very text it was made of.
 */
public final class NoticeIndex {

    private final Map<String, Map<String, List<String>>> byText;

    NoticeIndex(List<Indexed> texts) {
        byText = texts.stream().collect(toUnmodifiableMap(Indexed::sha256, Indexed::purposes));
    }

    /**
     * One text.
     *
     * @param sha256 SHA-256 of the text, in hexadecimal, as the notice names it
     * @param purposes paragraphs by purpose code, such as {@code §1(a)}
     */
    record Indexed(String notice, String version, String sha256, Map<String, List<String>> purposes) {}

    /** The paragraphs that speak of a purpose, in the order of the index; empty if none of the notice's texts is indexed. */
    public List<String> paragraphs(Notice notice, String purpose) {
        return notice.texts().stream()
                .map(text -> byText.getOrDefault(text.sha256(), Map.of()))
                .map(purposes -> purposes.getOrDefault(purpose, List.of()))
                .filter(paragraphs -> !paragraphs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
