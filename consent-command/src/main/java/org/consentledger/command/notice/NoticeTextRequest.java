package org.consentledger.command.notice;

import jakarta.validation.constraints.NotNull;
import org.consentledger.http.field.LanguageTag;
import org.consentledger.http.field.Sha256Hex;
import org.consentledger.notice.NoticeText;

/** The statement in one language, as callers write it. */
record NoticeTextRequest(
        @NotNull @LanguageTag String language,
        @NotNull @Sha256Hex String sha256) {

    NoticeText toText() {
        return new NoticeText(language, sha256);
    }
}
