/** The person, who acts for them, and through which channel they speak. */
@NullMarked
package org.consentledger.subject;

import org.jspecify.annotations.NullMarked;
