package org.consentledger.notice;

/**
 * The statement in one language.
 *
 * @param language BCP 47 tag
 * @param sha256 SHA-256 of the published text, in hexadecimal
 */
public record NoticeText(String language, String sha256) {}
