package org.consentledger.query.access;

import java.time.Instant;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses to list; null lets everything through.
 *
 * @param subject whose data were read
 * @param client the OAuth client that read
 * @param from earliest time of access (inclusive), UTC
 * @param to latest time of access (exclusive), UTC
 */
public record AccessFilter(
        @Nullable SubjectId subject,
        @Nullable String client,
        @Nullable Instant from,
        @Nullable Instant to) {}
