/** What the controller promised. */
@NullMarked
package org.consentledger.query.notice;

import org.jspecify.annotations.NullMarked;
