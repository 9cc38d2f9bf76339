package org.consentledger.query.feed;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.consentledger.ledger.serial.StoredTypes;
import org.jspecify.annotations.Nullable;

/** The stable name of a kind of event. */
@Documented
@Constraint(validatedBy = EventType.Validator.class)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    String message() default "must be the name of an event, such as ConsentGiven";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Knows the names. */
    final class Validator implements ConstraintValidator<EventType, String> {

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null
                    || StoredTypes.EVENTS.stream().anyMatch(type -> type.name().equals(name));
        }
    }
}
