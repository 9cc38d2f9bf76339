/** Both services and an embedded PostgreSQL in one process. */
@NullMarked
package org.consentledger.standalone;

import org.jspecify.annotations.NullMarked;
