/** What is told to a subject who asks what is held of them (GDPR Art. 15). */
@NullMarked
package org.consentledger.query.report.subject;

import org.jspecify.annotations.NullMarked;
