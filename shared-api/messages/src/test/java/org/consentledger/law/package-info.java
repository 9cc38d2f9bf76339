/** Laws that must hold for every sequence of steps, tried on random ones. */
@NullMarked
package org.consentledger.law;

import org.jspecify.annotations.NullMarked;
