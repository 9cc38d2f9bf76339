package org.consentledger.standalone.postgres;

import java.nio.file.Path;

/**
 * Where PostgreSQL keeps what. All paths are absolute.
 *
 * @param data the database itself
 * @param programs folder in which releases of PostgreSQL are unpacked; may be deleted at any time
 * @param log what the server says; appended to
 * @param password file with the owner's password, in one line; exists before the database is created
 */
public record PostgresFolder(Path data, Path programs, Path log, Path password) {}
