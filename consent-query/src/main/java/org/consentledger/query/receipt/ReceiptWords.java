package org.consentledger.query.receipt;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a receipt says, in plain words.
 *
 * @param sentence what the title means for the person
 */
record ReceiptWords(String title, String sentence) {

    private static final Map<String, ReceiptWords> OF_TYPE = Map.ofEntries(
            words("ConsentGiven", "Consent was given", "The person agreed that their data are used for this purpose."),
            words("ConsentRefused", "Consent was refused", "The person was asked for this purpose and said no."),
            words(
                    "ConsentRevoked",
                    "Consent was revoked",
                    "The person took consent back: from then on their data must not be used on it."),
            words("ConsentExpired", "Consent ended", "The time for which the consent was given is over."),
            words(
                    "ProcessingObjected",
                    "An objection was made",
                    "The person objected to the use of their data for this purpose."),
            words("ObjectionWithdrawn", "An objection was taken back", "The person no longer objects to this purpose."),
            words(
                    "TransferPermitted",
                    "A transfer was permitted",
                    "The person's data could go to this recipient for this purpose."),
            words(
                    "TransferRefused",
                    "A transfer was refused",
                    "The person's data must not go to this recipient for this purpose."),
            words(
                    "TransferReported",
                    "A transfer was reported",
                    "The person's data went to this recipient for this purpose."),
            words(
                    "SubjectErased",
                    "Personal data were erased",
                    "Who the person is can no longer be read from the ledger."),
            words(
                    "ErasureRequested",
                    "Erasure was asked for",
                    "The person is to be erased as soon as no legal hold stands against it."),
            words(
                    "LegalHoldPlaced",
                    "A legal hold was placed",
                    "The person's data must be kept until it ends, whoever asks for their erasure."),
            words("LegalHoldReleased", "A legal hold was released", "It no longer keeps the person's data."),
            words(
                    "NoticePublished",
                    "A privacy notice was published",
                    "The controller promised what this version says."),
            words(
                    "RecipientRegistered",
                    "A recipient was registered",
                    "The controller named somebody who may receive data."),
            words("RecipientRetired", "A recipient was retired", "From then on no data may go to this recipient."),
            words(
                    "SafeguardRecorded",
                    "A safeguard was recorded",
                    "It can make transfers to this recipient's country legitimate."),
            words("SafeguardWithdrawn", "A safeguard was withdrawn", "From then on no transfer may rest on it."));

    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern TIME = Pattern.compile("([0-9-]{10})T([0-9:.]+)Z");
    private static final Pattern ARTICLE = Pattern.compile("eu-gdpr:A([0-9]+)(?:-([0-9]+))?(?:-([a-z]))?");

    private static Map.Entry<String, ReceiptWords> words(String type, String title, String sentence) {
        return Map.entry(type, new ReceiptWords(title, sentence));
    }

    static ReceiptWords of(String type) {
        return OF_TYPE.getOrDefault(type, new ReceiptWords(type, "The ledger recorded an event of this type."));
    }

    /** A value as people read it. */
    static String value(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ReceiptWords::value).collect(Collectors.joining(", "));
        }
        var text = value.asString();
        var time = TIME.matcher(text);
        if (time.matches()) {
            return time.group(1) + " " + time.group(2) + " UTC";
        }
        var article = ARTICLE.matcher(text);
        if (article.matches()) {
            return "Art. " + article.group(1) + inBrackets(article.group(2)) + inBrackets(article.group(3)) + " GDPR";
        }
        return CODE.matcher(text).matches() && text.length() > 2
                ? text.toLowerCase(Locale.ROOT).replace('_', ' ')
                : text;
    }

    private static String inBrackets(@Nullable String part) {
        return part == null ? "" : "(" + part + ")";
    }
}
