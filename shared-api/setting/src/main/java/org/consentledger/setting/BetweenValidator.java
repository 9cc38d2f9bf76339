package org.consentledger.setting;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Looks whether a setting keeps to its {@link Between}. Public because a validator is made by its class alone. */
public final class BetweenValidator implements ConstraintValidator<Between, Object> {

    private String from = "";
    private String to = "";

    @Override
    public void initialize(Between limits) {
        this.from = limits.from();
        this.to = limits.to();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        return switch (value) {
            case null -> true;
            case Number number -> fits(new BigDecimal(number.toString()), new BigDecimal(from), new BigDecimal(to));
            case Duration duration ->
                fits(duration, DurationStyle.detectAndParse(from), DurationStyle.detectAndParse(to));
            case DataSize size -> fits(size, DataSize.parse(from), DataSize.parse(to));
            default -> throw new IllegalStateException("no limits are known for a " + value.getClass());
        };
    }

    private static <T extends Comparable<T>> boolean fits(T value, T from, T to) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }
}
