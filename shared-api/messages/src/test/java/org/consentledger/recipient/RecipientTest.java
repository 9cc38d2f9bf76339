package org.consentledger.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justBefore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientTest {

    private static final Instant BEGIN = at("2016-01-01T00:00");
    private static final Instant END = at("2016-11-07T09:00");
    private static final Recipient HOST =
            Recipient.evolve(null, new RecipientRegistered("host", "Hosting", RecipientClass.HOSTING_PROVIDER, "US"));

    @Test
    void a_recipient_begins_in_use_and_without_safeguards() {
        assertThat(HOST)
                .isEqualTo(new Recipient("host", "Hosting", RecipientClass.HOSTING_PROVIDER, "US", List.of(), null));
        assertThat(HOST.isRetiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void a_withdrawn_safeguard_is_remembered_with_its_end_and_its_neighbours_stand() {
        var clauses = new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "ref-1", BEGIN, null, null);
        var rules = new Safeguard(SafeguardKind.BINDING_CORPORATE_RULES, null, "ref-1", BEGIN, null, null);

        var covered = Recipient.evolve(
                Recipient.evolve(HOST, new SafeguardRecorded("host", clauses)), new SafeguardRecorded("host", rules));
        var withdrawn =
                Recipient.evolve(covered, new SafeguardWithdrawn("host", SafeguardKind.STANDARD_CLAUSES, "ref-1", END));

        assertThat(withdrawn.safeguards()).containsExactly(clauses.withdrawn(END), rules);
        assertThat(withdrawn.safeguard(SafeguardKind.STANDARD_CLAUSES, "ref-1").map(Safeguard::asRecorded))
                .isEqualTo(Optional.of(clauses));
    }

    @Test
    void a_recipient_is_retired_from_that_moment_and_keeps_its_safeguards() {
        var clauses = new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "ref-1", BEGIN, null, null);
        var retired = Recipient.evolve(
                Recipient.evolve(HOST, new SafeguardRecorded("host", clauses)), new RecipientRetired("host", END));

        assertThat(retired.isRetiredAt(justBefore(END))).isFalse();
        assertThat(retired.isRetiredAt(END)).isTrue();
        assertThat(retired.safeguards()).containsExactly(clauses);
    }

    @Test
    void nothing_happens_to_a_recipient_ahead_of_its_registration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recipient.evolve(null, new RecipientRetired("host", END)));
    }
}
