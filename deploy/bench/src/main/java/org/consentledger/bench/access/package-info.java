/** What lets the generator in. */
@NullMarked
package org.consentledger.bench.access;

import org.jspecify.annotations.NullMarked;
