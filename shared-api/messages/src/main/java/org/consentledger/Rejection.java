package org.consentledger;

/**
 * Why a command was not accepted.
 *
 * @param pointer JSON pointer (RFC 6901) of the field at fault in the command's body
 * @param detail one sentence for the caller; holds codes and times, never personal data
 */
public record Rejection(RejectionCode code, String pointer, String detail) {}
