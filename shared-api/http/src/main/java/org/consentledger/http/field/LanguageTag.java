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
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A well-formed language tag (BCP 47), such as {@code en} or {@code de-CH}. */
@Documented
@Constraint(validatedBy = LanguageTag.Validator.class)
@ReportAsSingleViolation
@Pattern(regexp = "[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")
@TextLength(max = 35)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {

    String message() default "must be a language tag of BCP 47, such as en or de-CH";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Knows the grammar, not the registry of languages. */
    final class Validator implements ConstraintValidator<LanguageTag, String> {

        @Override
        public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
            if (tag == null) {
                return true;
            }
            if (tag.isEmpty()) {
                return false;
            }
            try {
                new Locale.Builder().setLanguageTag(tag);
                return true;
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
