/** Dry runs of the transfer decision. */
@NullMarked
package org.consentledger.query.decision;

import org.jspecify.annotations.NullMarked;
