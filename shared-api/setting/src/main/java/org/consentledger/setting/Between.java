package org.consentledger.setting;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The limits of a setting, both of them allowed, as an operator writes them: numbers, durations such as {@code 20s}, sizes such as
 * {@code 64KB}. What is not set at all is valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BetweenValidator.class)
public @interface Between {

    /** The least that it may be. */
    String from();

    /** The most that it may be. */
    String to();

    /** What is told of a value that is not between them. */
    String message() default "must be from {from} to {to}";

    /** See {@link Constraint}. */
    Class<?>[] groups() default {};

    /** See {@link Constraint}. */
    Class<? extends Payload>[] payload() default {};
}
