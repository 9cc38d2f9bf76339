package org.consentledger.http.problem;

import java.util.Locale;
import org.consentledger.RejectionCode;

/** Every {@code code} a problem can have, with its HTTP status and what it means. Stable: callers act on them. */
public enum ProblemCode {
    /** See {@link #summary()}, here and below. */
    MALFORMED_REQUEST(
            400,
            "The request cannot be read: it breaks HTTP, is not UTF-8 JSON, or a field is unknown or of another type."),
    TOKEN_MISSING(401, "A bearer token is required (RFC 6750)."),
    INVALID_TOKEN(
            401,
            "The bearer token is not one of the configured issuer, is not meant for this ledger, has expired, or does not name its client."),
    INSUFFICIENT_SCOPE(403, "The token's scopes do not permit this; the header WWW-Authenticate names one that does."),
    TOKEN_LIMIT_EXCEEDED(403, "The token is limited to other purposes, recipients or sources, or to less than this."),
    TRANSFER_REFUSED(
            403, "The transfer must not happen; the decision names every reason, and the refusal is recorded."),
    CROSS_ORIGIN_REFUSED(403, "A page of another origin may not ask this; only origins that the service names may."),
    NOT_FOUND(404, "There is nothing at this address."),
    COMMAND_UNKNOWN(404, "There is no command of that name."),
    METHOD_NOT_ALLOWED(405, "The address does not take this method; the header Allow lists those it takes."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in any form that the header Accept allows."),
    REQUEST_TIMEOUT(408, "The body did not arrive in the time that the service gives it."),
    BODY_TOO_LARGE(413, "The body is larger than the service accepts."),
    URI_TOO_LONG(414, "The address is longer than the service reads."),
    MEDIA_TYPE_NOT_SUPPORTED(
            415, "The body is not of a type the address takes; the header Accept lists those it takes."),
    INVALID_FIELD(422, "A field, parameter or header does not hold what it must; errors names each."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request; nothing was recorded."),
    RATE_LIMIT_EXCEEDED(429, "Too many requests in too short a time; the header Retry-After says when to go on."),
    HEADERS_TOO_LARGE(431, "There are more headers, or larger ones, than the service reads."),
    TOO_MANY_WEBHOOKS(409, "There are as many webhooks as there may be; remove one first."),
    INTERNAL_ERROR(500, "The service failed; its log tells more under the request's id."),
    UNAVAILABLE(503, "The service cannot answer at the moment; the header Retry-After says when to try again."),
    POSITION_NOT_REACHED(
            503, "The answer does not yet cover minPosition; the header Retry-After says when to try again."),

    WORLD_TIME_IN_FUTURE(RejectionCode.WORLD_TIME_IN_FUTURE, "A world time lies more than 5 minutes in the future."),
    NOTICE_UNKNOWN(RejectionCode.NOTICE_UNKNOWN, "No version of that notice was ever published."),
    NOTICE_VERSION_UNKNOWN(RejectionCode.NOTICE_VERSION_UNKNOWN, "The notice is known, that version of it is not."),
    PURPOSE_NOT_IN_NOTICE(RejectionCode.PURPOSE_NOT_IN_NOTICE, "The notice version does not name that purpose."),
    PURPOSE_NOT_BASED_ON_CONSENT(
            RejectionCode.PURPOSE_NOT_BASED_ON_CONSENT,
            "The purpose rests on another basis: there is nothing to consent to."),
    EXPLICIT_CONSENT_REQUIRED(
            RejectionCode.EXPLICIT_CONSENT_REQUIRED,
            "The purpose demands explicit or written consent and the evidence shows neither."),
    VALIDITY_ENDS_BEFORE_IT_BEGINS(
            RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS, "The validity ends at or before the moment it begins."),
    LEGAL_HOLD_UNKNOWN(RejectionCode.LEGAL_HOLD_UNKNOWN, "The subject has no legal hold of that code."),
    SUBJECT_ERASED(RejectionCode.SUBJECT_ERASED, "The subject was erased after that."),
    RECIPIENT_UNKNOWN(RejectionCode.RECIPIENT_UNKNOWN, "No recipient of that code is registered."),
    SAFEGUARD_UNKNOWN(RejectionCode.SAFEGUARD_UNKNOWN, "The recipient has no safeguard of that kind and reference."),
    FRAMEWORK_UNKNOWN(
            RejectionCode.FRAMEWORK_UNKNOWN,
            "The legal register has no framework of that code for the recipient's country."),
    ADEQUACY_DECISION_UNKNOWN(
            RejectionCode.ADEQUACY_DECISION_UNKNOWN,
            "The legal register has no adequacy decision for the recipient's country."),
    NOTICE_VERSION_CONFLICT(
            RejectionCode.NOTICE_VERSION_CONFLICT,
            "That notice version was published with other content; a version is immutable."),
    RECIPIENT_CONFLICT(RejectionCode.RECIPIENT_CONFLICT, "A recipient of that code is registered with other content."),
    RECIPIENT_IS_RETIRED(
            RejectionCode.RECIPIENT_IS_RETIRED,
            "The recipient was retired, perhaps at another time than the command says."),
    SAFEGUARD_CONFLICT(
            RejectionCode.SAFEGUARD_CONFLICT, "A safeguard of that kind and reference is recorded with other content."),
    ALREADY_WITHDRAWN(RejectionCode.ALREADY_WITHDRAWN, "The safeguard was withdrawn at another time.");

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final int status;
    private final String summary;

    ProblemCode(int status, String summary) {
        this.status = status;
        this.summary = summary;
    }

    ProblemCode(RejectionCode rejection, String summary) {
        this(
                switch (rejection.kind()) {
                    case INVALID -> UNPROCESSABLE;
                    case CONFLICT -> CONFLICT;
                },
                summary);
    }

    /** The problem code of a rejection; it has the same name. */
    public static ProblemCode of(RejectionCode rejection) {
        return valueOf(rejection.name());
    }

    /** The code that says most about an error of which only the HTTP status is known. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> MEDIA_TYPE_NOT_SUPPORTED;
            case 422 -> INVALID_FIELD;
            case 429 -> RATE_LIMIT_EXCEEDED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            // the container's answers to what it does not implement: methods, transfer codings, HTTP versions
            case 501, 505 -> MALFORMED_REQUEST;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }

    /** HTTP status with which it is answered. */
    public int status() {
        return status;
    }

    /** One line for the caller: the problem's {@code title}. */
    public String summary() {
        return summary;
    }

    /** The problem's {@code type}. */
    public String type() {
        return "urn:consent-ledger:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
