package org.consentledger.catalogue;

import org.consentledger.notice.Notice;
import org.consentledger.notice.Purpose;

/** A purpose together with the notice version that names it at the moment asked about. */
public record PurposeInForce(Notice notice, Purpose purpose) {}
