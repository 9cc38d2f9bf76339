package org.consentledger.standalone;

/** A port that the services and their issuer listen on, named by the environment variable that chooses it. */
enum Port {
    COMMAND_PORT(8080),
    QUERY_PORT(8081),
    ISSUER_PORT(8082),
    COMMAND_MANAGEMENT_PORT(9080),
    QUERY_MANAGEMENT_PORT(9081);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }
}
