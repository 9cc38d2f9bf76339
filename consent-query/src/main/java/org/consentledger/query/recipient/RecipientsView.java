package org.consentledger.query.recipient;

import java.util.List;

/**
 * Recipients by code.
 *
 * @param position of the last event about a notice or a recipient that the answer knows; -1 when there is none
 */
record RecipientsView(long position, List<RecipientView> recipients) {}
