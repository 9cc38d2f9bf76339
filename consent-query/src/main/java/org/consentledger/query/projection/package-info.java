/** Keeps tables that answer queries in step with the ledger, and builds them anew while they are in use. */
@NullMarked
package org.consentledger.query.projection;

import org.jspecify.annotations.NullMarked;
