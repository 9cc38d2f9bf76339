package org.consentledger.importing;

import tools.jackson.databind.JsonNode;

/**
 * What the ledger said of one row.
 *
 * @param row its number
 * @param said the line of the answer
 */
record Answer(long row, JsonNode said) {

    private static final int NO_SUCCESS = 300;
    private static final int UNAVAILABLE = 503;

    int status() {
        return said.path("status").asInt();
    }

    boolean accepted() {
        return status() < NO_SUCCESS;
    }

    boolean replayed() {
        return said.path("replayed").asBoolean(false);
    }

    /** Whether it has to be sent again, and all after it. */
    boolean unavailable() {
        return status() == UNAVAILABLE;
    }

    String code() {
        return said.at("/problem/code").asString("");
    }

    /** What is wrong and where, without a value. */
    String why() {
        var why = new StringBuilder(said.at("/problem/detail").asString(""));
        said.at("/problem/errors")
                .forEach(error -> why.append(" [")
                        .append(error.path("pointer").asString(""))
                        .append(": ")
                        .append(error.path("detail").asString(""))
                        .append(']'));
        return why.toString();
    }
}
