package org.consentledger.http.field;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** A record whose fields depend on each other. */
@Coherent.Checked
public interface Coherent {

    /**
     * What does not fit together: names of fields and what each must be instead. Asked even if single fields are missing
     * or invalid.
     */
    Map<String, String> contradictions();

    /** Asks {@link #contradictions()}. */
    @Documented
    @Constraint(validatedBy = Validator.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Checked {

        String message() default "contradicts itself";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Reports each contradiction at its field. */
    final class Validator implements ConstraintValidator<Checked, Coherent> {

        @Override
        public boolean isValid(Coherent value, ConstraintValidatorContext context) {
            var contradictions = value.contradictions();
            context.disableDefaultConstraintViolation();
            contradictions.forEach((field, message) -> context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(field)
                    .addConstraintViolation());
            return contradictions.isEmpty();
        }
    }
}
