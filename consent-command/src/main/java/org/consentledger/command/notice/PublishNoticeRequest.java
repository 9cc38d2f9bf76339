package org.consentledger.command.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.NoticeVersion;
import org.consentledger.http.field.RegisterCode;
import org.consentledger.notice.Notice;
import org.consentledger.notice.PublishNotice;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code publish-notice}. Left out, {@code asksAgain} is false, and home area and texts are empty. When it
 * takes effect must be said: with "now" in its place, the same body sent again would be another version's content.
 */
record PublishNoticeRequest(
        @NotNull @Code String notice,
        @NotNull @NoticeVersion String version,
        @NotNull Instant effectiveFrom,
        @Nullable Boolean asksAgain,
        @Nullable @Size(max = 64) @UniqueElements List<@NotNull @RegisterCode String> homeArea,
        @Nullable @Size(max = 50) List<@NotNull @Valid NoticeTextRequest> texts,
        @NotNull @Size(min = 1, max = 256) List<@NotNull @Valid PurposeRequest> purposes)
        implements CommandRequest, Coherent {

    @Override
    public Map<String, String> contradictions() {
        var found = new HashMap<String, String>();
        if (repeats(purposes, PurposeRequest::purpose)) {
            found.put("purposes", "must not hold a purpose twice");
        }
        if (repeats(texts, NoticeTextRequest::language)) {
            found.put("texts", "must not hold a language twice");
        }
        return found;
    }

    @Override
    public Touched touched() {
        return Touched.nothingThatLimitsName();
    }

    @Override
    public PublishNotice toCommand(SubjectResolver subjects, Instant now) {
        return new PublishNotice(new Notice(
                notice,
                version,
                effectiveFrom,
                Objects.requireNonNullElse(asksAgain, false),
                Objects.requireNonNullElse(homeArea, List.of()),
                Objects.requireNonNullElse(texts, List.<NoticeTextRequest>of()).stream()
                        .map(NoticeTextRequest::toText)
                        .toList(),
                purposes.stream().map(PurposeRequest::toPurpose).toList()));
    }

    private static <T> boolean repeats(@Nullable List<T> elements, Function<T, String> name) {
        if (elements == null) {
            return false;
        }
        var names = elements.stream()
                .filter(Objects::nonNull)
                .map(name)
                .filter(Objects::nonNull)
                .toList();
        return names.stream().distinct().count() < names.size();
    }
}
