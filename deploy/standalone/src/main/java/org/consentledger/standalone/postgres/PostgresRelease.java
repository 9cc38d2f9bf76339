package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The release of PostgreSQL that this build carries.
 *
 * @param version as its package names it, such as 18.6.0
 */
record PostgresRelease(String version) {

    /** The release in this jar. */
    static PostgresRelease shipped() {
        var properties = new Properties();
        try (var in = PostgresRelease.class.getResourceAsStream("/postgres.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostgresRelease(properties.getProperty("version"));
    }

    /** The part of the version that decides which data folders the release can open. */
    String major() {
        return version.split("\\.", 2)[0];
    }
}
