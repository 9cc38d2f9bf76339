package org.consentledger.http.field;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166-1, by its two letters. */
@Documented
@Constraint(validatedBy = CountryCode.Validator.class)
@ReportAsSingleViolation
@Pattern(regexp = "[A-Z]{2}") @TextLength(min = 2, max = 2)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CountryCode {

    String message() default "must be a country of ISO 3166-1, by its two capital letters, such as IT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the platform for the list of countries. */
    final class Validator implements ConstraintValidator<CountryCode, String> {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(@Nullable String country, ConstraintValidatorContext context) {
            return country == null || COUNTRIES.contains(country);
        }
    }
}
