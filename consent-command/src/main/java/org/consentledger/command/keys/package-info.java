/** Keeping subjects' keys encrypted with the key-encryption key in use. */
@NullMarked
package org.consentledger.command.keys;

import org.jspecify.annotations.NullMarked;
