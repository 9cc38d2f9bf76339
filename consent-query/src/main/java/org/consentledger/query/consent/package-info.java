/** What a subject said, and how it stands to each purpose at one moment. */
@NullMarked
package org.consentledger.query.consent;

import org.jspecify.annotations.NullMarked;
