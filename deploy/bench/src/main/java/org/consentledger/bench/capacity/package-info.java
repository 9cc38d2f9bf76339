/** Where one PostgreSQL ends. */
@NullMarked
package org.consentledger.bench.capacity;

import org.jspecify.annotations.NullMarked;
