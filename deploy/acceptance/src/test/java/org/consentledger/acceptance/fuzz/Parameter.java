package org.consentledger.acceptance.fuzz;

/**
 * A parameter of an operation.
 *
 * @param place path, query or header
 */
record Parameter(Place place, String name, boolean isRequired, Schema schema) {

    /** Where it stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER
    }

    boolean isList() {
        return schema.type().equals("array");
    }
}
