/** Forgetting a person, when the law lets it, and to the end. */
@NullMarked
package org.consentledger.command.erasure;

import org.jspecify.annotations.NullMarked;
