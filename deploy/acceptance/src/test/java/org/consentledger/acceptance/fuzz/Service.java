package org.consentledger.acceptance.fuzz;

/** One of the two that are under fire. */
enum Service {
    COMMAND,
    QUERY
}
