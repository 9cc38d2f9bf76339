package org.consentledger.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SafeguardMetersTest {

    private static final Instant NOW = Instant.parse("2016-11-07T09:00:00Z");
    private static final LegalRegister NO_LAW = new LegalRegister("digest", List.of(), List.of(), List.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable Catalogue catalogue =
            Catalogue.EMPTY.with(new RecipientRegistered("host", "Host", RecipientClass.HOSTING_PROVIDER, "US"), 1);

    @Test
    void whatIsSeenAtALookIsToldUntilTheNextEvenIfThatFails() {
        var safeguards = new SafeguardMeters(this::catalogue, NO_LAW, Clock.fixed(NOW, ZoneOffset.UTC), meters);
        assertThat(expiring()).isZero();

        catalogue = catalogue()
                .with(
                        new SafeguardRecorded(
                                "host",
                                new Safeguard(
                                        SafeguardKind.STANDARD_CLAUSES,
                                        null,
                                        "contract 7",
                                        NOW.minusSeconds(60),
                                        NOW.plusSeconds(60),
                                        null)),
                        2);
        assertThat(expiring()).isZero();
        safeguards.look();
        assertThat(expiring()).isEqualTo(1);

        catalogue = null;
        assertThatThrownBy(safeguards::look).isInstanceOf(IllegalStateException.class);
        assertThat(expiring()).isEqualTo(1);
        assertThat(meters.get("ledger.safeguards.expired").gauge().value()).isZero();
    }

    private double expiring() {
        return meters.get("ledger.safeguards.expiring")
                .tag("within_days", "30")
                .gauge()
                .value();
    }

    private Catalogue catalogue() {
        if (catalogue == null) {
            throw new IllegalStateException("no database");
        }
        return catalogue;
    }
}
