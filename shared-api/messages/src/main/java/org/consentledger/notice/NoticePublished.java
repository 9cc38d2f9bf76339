package org.consentledger.notice;

import org.consentledger.LedgerEvent;

/** A version of the statement was published. It never changes; a correction is another version. */
public record NoticePublished(Notice notice) implements LedgerEvent {}
