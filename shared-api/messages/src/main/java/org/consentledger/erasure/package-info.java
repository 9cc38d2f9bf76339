/** Forgetting a person: erasure, and the legal holds that make it wait. */
@NullMarked
package org.consentledger.erasure;

import org.jspecify.annotations.NullMarked;
