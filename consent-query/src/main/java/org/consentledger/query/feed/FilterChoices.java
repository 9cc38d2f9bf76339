package org.consentledger.query.feed;

import java.util.List;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.serial.StoredType;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.notice.Purpose;

/**
 * What a form may offer for a filter of events.
 *
 * @param types names of events, all that there are
 * @param recipients codes of those that are registered; an event may name others
 * @param purposes codes of those that stand in a notice; an event may name others
 */
public record FilterChoices(List<String> types, List<String> recipients, List<String> purposes) {

    private static final List<String> TYPES =
            StoredTypes.EVENTS.stream().map(StoredType::name).toList();

    public FilterChoices {
        types = List.copyOf(types);
        recipients = List.copyOf(recipients);
        purposes = List.copyOf(purposes);
    }

    public static FilterChoices of(Catalogue known) {
        return new FilterChoices(
                TYPES,
                known.recipients().keySet().stream().sorted().toList(),
                known.allNotices().stream()
                        .flatMap(notice -> notice.purposes().stream())
                        .map(Purpose::purpose)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
