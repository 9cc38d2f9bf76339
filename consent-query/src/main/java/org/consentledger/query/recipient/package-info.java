/** Who receives data. */
@NullMarked
package org.consentledger.query.recipient;

import org.jspecify.annotations.NullMarked;
