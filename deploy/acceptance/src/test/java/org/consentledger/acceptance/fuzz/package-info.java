/**
 * Requests that must not get through: every operation of both OpenAPI documents, spoiled one thing at a time, and what must
 * be true of each answer and of the ledger after them.
 */
@NullMarked
package org.consentledger.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
