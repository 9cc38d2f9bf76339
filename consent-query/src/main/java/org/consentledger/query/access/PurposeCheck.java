package org.consentledger.query.access;

import jakarta.validation.Validator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a purpose of access may be, wherever it is stated. */
@Component
public final class PurposeCheck {

    private final ObjectProvider<Validator> validator;

    PurposeCheck(ObjectProvider<Validator> validator) {
        this.validator = validator;
    }

    /** What is wrong with a purpose, for whoever called; empty if nothing is. */
    public Optional<String> fault(String purpose) {
        return validator.getObject().validateValue(Reader.class, "purpose", purpose).stream()
                .map(violation -> violation.getMessage())
                .findFirst();
    }
}
