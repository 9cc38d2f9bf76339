package org.consentledger.consent;

import org.consentledger.notice.ConsentForm;
import org.consentledger.subject.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How a consent or refusal was collected, so that it can be demonstrated later (GDPR Art. 7(1)).
 *
 * @param statementSha256 SHA-256, in hexadecimal, of the document signed or the statement shown
 * @param locale BCP 47 tag of the language in which the person was asked
 * @param collectedBy the system, shop or member of staff that asked; may be personal data
 */
public record Evidence(
        Channel channel,
        ConsentForm form,
        @Nullable String statementSha256,
        @Nullable String locale,
        @Nullable String collectedBy) {}
