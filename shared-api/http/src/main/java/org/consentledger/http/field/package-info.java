/** What fields may hold: one constraint per kind of value. */
@NullMarked
package org.consentledger.http.field;

import org.jspecify.annotations.NullMarked;
