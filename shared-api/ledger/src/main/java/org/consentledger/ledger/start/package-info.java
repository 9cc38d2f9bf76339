/** What is checked before a service takes work, and how it says what is wrong. */
@NullMarked
package org.consentledger.ledger.start;

import org.jspecify.annotations.NullMarked;
