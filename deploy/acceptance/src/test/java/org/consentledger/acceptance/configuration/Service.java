package org.consentledger.acceptance.configuration;

/** One of the two services, as its configuration has it. */
enum Service {
    COMMAND("command", "consent-command", "org.consentledger.query."),
    QUERY("query", "consent-query", "org.consentledger.command.");

    private final String word;
    private final String configName;
    private final String foreignPackage;

    Service(String word, String configName, String foreignPackage) {
        this.word = word;
        this.configName = configName;
        this.foreignPackage = foreignPackage;
    }

    /** As the page calls it. */
    String word() {
        return word;
    }

    /** Of its YAML file. */
    String configName() {
        return configName;
    }

    boolean has(String className) {
        return !className.startsWith(foreignPackage);
    }
}
