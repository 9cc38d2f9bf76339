package org.consentledger.query.decision;

import java.util.List;
import org.consentledger.query.transfer.TransferKind;
import org.springframework.web.util.UriComponentsBuilder;

/** One recorded decision, to look at. */
record DecisionPage(DecisionExplanationView decision) {

    public TransferKind kind() {
        return TransferKind.of(decision.type(), decision.verdict());
    }

    /** What was decided, in one sentence. */
    public String lead() {
        return decision.sentences().getFirst();
    }

    /** Why nothing stood against it, sentence by sentence; for what did stand there are the reasons. */
    public List<String> grounds() {
        return decision.sentences().stream().skip(1).toList();
    }

    /** The explainer, filled in with what was decided here. */
    public String askAgain() {
        var transfer = decision.transfer();
        return UriComponentsBuilder.fromPath("/decision")
                .queryParam("subjectId", decision.subjectId())
                .queryParam("recipient", transfer.recipient())
                .queryParam("purpose", transfer.purpose())
                .queryParam("category", transfer.dataCategories())
                .queryParam("asOf", transfer.occurredAt())
                .encode()
                .toUriString();
    }
}
