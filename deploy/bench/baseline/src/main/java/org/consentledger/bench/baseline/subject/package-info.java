/** Consents and transfers of one subject. */
@NullMarked
package org.consentledger.bench.baseline.subject;

import org.jspecify.annotations.NullMarked;
