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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How long a consent lasts: an ISO 8601 period of whole days at least, such as {@code P24M}. */
@Documented
@Constraint(validatedBy = ValidityPeriod.Validator.class)
@ReportAsSingleViolation
@Pattern(regexp = "P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?")
@TextLength(min = 3, max = 21)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidityPeriod {

    String message() default "must be an ISO 8601 period such as P24M, longer than nothing and at most 100 years";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures the period from a fixed day, so that the answer is the same on every day. */
    final class Validator implements ConstraintValidator<ValidityPeriod, String> {

        private static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);
        private static final LocalDate LATEST_END = BEGIN.plusYears(100);

        @Override
        public boolean isValid(@Nullable String period, ConstraintValidatorContext context) {
            if (period == null) {
                return true;
            }
            try {
                var end = BEGIN.plus(Period.parse(period));
                return end.isAfter(BEGIN) && !end.isAfter(LATEST_END);
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
