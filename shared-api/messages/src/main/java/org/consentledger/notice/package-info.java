/** Published versions of the privacy statement and the purposes they name. */
@NullMarked
package org.consentledger.notice;

import org.jspecify.annotations.NullMarked;
