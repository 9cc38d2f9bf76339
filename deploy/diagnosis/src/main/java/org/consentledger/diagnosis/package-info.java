/** Examines a running installation from outside, as an operator would, and says in plain words what is wrong. */
@NullMarked
package org.consentledger.diagnosis;

import org.jspecify.annotations.NullMarked;
