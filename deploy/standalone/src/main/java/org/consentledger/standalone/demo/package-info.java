/** The reference scenario told on a terminal. */
@NullMarked
package org.consentledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
