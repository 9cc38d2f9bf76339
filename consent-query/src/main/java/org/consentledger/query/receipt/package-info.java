/** What a person or an upstream service keeps as proof of one event. */
@NullMarked
package org.consentledger.query.receipt;

import org.jspecify.annotations.NullMarked;
