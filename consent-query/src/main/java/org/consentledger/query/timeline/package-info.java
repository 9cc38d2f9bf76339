/** A subject's page: what they said and what became of their data, drawn along world time. */
@NullMarked
package org.consentledger.query.timeline;

import org.jspecify.annotations.NullMarked;
