package org.consentledger.query.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook that was asked for and may be had. */
record NewWebhook(
        UUID id,
        String clientId,
        @Nullable String principal,
        String url,
        EventChoice choice,
        boolean personalData,
        @Nullable String purposeOfAccess,
        long position) {}
