package org.consentledger.query.notice;

import java.util.List;

/**
 * Every version of every notice: by code, then in order of publication.
 *
 * @param position of the last event about a notice or a recipient that the answer knows; -1 when there is none
 */
record NoticesView(long position, List<NoticeView> notices) {}
