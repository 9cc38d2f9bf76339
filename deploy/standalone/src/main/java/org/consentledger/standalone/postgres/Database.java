package org.consentledger.standalone.postgres;

/** How to connect to the ledger's database. */
public record Database(String url, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
