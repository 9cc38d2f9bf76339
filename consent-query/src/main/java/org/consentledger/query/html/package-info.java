/** Pages for people: rendered here, without scripts. */
@NullMarked
package org.consentledger.query.html;

import org.jspecify.annotations.NullMarked;
