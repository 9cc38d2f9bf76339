package org.consentledger.ledger.serial;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ObjectionFact;

/** How the facts of a timeline are told apart in a snapshot. */
final class TimelineMixIns {

    private TimelineMixIns() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ConsentFact.Given.class, name = "given"),
        @JsonSubTypes.Type(value = ConsentFact.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = ConsentFact.Revoked.class, name = "revoked")
    })
    interface Consent {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ObjectionFact.Objected.class, name = "objected"),
        @JsonSubTypes.Type(value = ObjectionFact.Withdrawn.class, name = "withdrawn")
    })
    interface Objection {}
}
