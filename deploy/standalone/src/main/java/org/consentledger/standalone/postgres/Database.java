package org.consentledger.standalone.postgres;

/** How to connect to the ledger's database. */
public record Database(String url, String user, String password) {

    /** The same database for another user. */
    public Database as(String other, String otherPassword) {
        return new Database(url, other, otherPassword);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
