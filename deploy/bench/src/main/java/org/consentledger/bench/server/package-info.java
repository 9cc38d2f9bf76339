/** Starts and stops what is measured, in processes of its own. */
@NullMarked
package org.consentledger.bench.server;

import org.jspecify.annotations.NullMarked;
