/** Reading is an event too: who is shown what of whom, and why, is written down before it is shown. */
@NullMarked
package org.consentledger.query.access;

import org.jspecify.annotations.NullMarked;
