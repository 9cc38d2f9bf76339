/** Who receives data, and the safeguards that make a transfer abroad legitimate. */
@NullMarked
package org.consentledger.recipient;

import org.jspecify.annotations.NullMarked;
