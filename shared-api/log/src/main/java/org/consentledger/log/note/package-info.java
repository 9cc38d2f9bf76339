/** Signed notes (C2SP signed-note) with Ed25519 keys. */
@NullMarked
package org.consentledger.log.note;

import org.jspecify.annotations.NullMarked;
