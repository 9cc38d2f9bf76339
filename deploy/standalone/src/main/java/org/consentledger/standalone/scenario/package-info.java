/** The reference scenario: its steps, what they must be answered, and a client that plays them. */
@NullMarked
package org.consentledger.standalone.scenario;

import org.jspecify.annotations.NullMarked;
