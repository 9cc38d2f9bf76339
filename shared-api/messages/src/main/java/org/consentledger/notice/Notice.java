package org.consentledger.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of the privacy statement.
 *
 * @param notice the notice's code, the same for all its versions
 * @param effectiveFrom world time from which this version is in force, UTC
 * @param asksAgain whether consents given under earlier versions no longer count once this one is in force
 * @param homeArea areas of the legal register, or ISO 3166-1 countries, within which data needs no safeguard
 */
public record Notice(
        String notice,
        String version,
        Instant effectiveFrom,
        boolean asksAgain,
        List<String> homeArea,
        List<NoticeText> texts,
        List<Purpose> purposes) {

    public Notice {
        homeArea = List.copyOf(homeArea);
        texts = List.copyOf(texts);
        purposes = List.copyOf(purposes);
    }

    public static String streamId(String notice) {
        return "notice-" + notice;
    }

    public Optional<Purpose> purpose(String code) {
        return purposes.stream().filter(p -> p.purpose().equals(code)).findFirst();
    }
}
