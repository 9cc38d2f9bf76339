package org.consentledger.setting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BetweenTest {

    record Settings(
            @Between(from = "1", to = "8") int count,
            @Between(from = "0.5", to = "1") BigDecimal share,
            @Between(from = "1s", to = "1m") @Nullable Duration patience,
            @Between(from = "1KB", to = "1MB") DataSize size) {}

    @Test
    void bothEndsAreAllowed() {
        assertThat(wrong(new Settings(1, new BigDecimal("0.5"), Duration.ofSeconds(1), DataSize.ofKilobytes(1))))
                .isEqualTo("");
        assertThat(wrong(new Settings(8, BigDecimal.ONE, Duration.ofMinutes(1), DataSize.ofMegabytes(1))))
                .isEqualTo("");
    }

    @Test
    void whatIsOutsideIsTold() {
        var size = DataSize.ofKilobytes(1);
        assertThat(wrong(new Settings(9, BigDecimal.ONE, null, size))).isEqualTo("count must be from 1 to 8");
        assertThat(wrong(new Settings(1, new BigDecimal("0.49"), null, size))).isEqualTo("share must be from 0.5 to 1");
        assertThat(wrong(new Settings(1, BigDecimal.ONE, Duration.ofMillis(60_001), size)))
                .isEqualTo("patience must be from 1s to 1m");
        assertThat(wrong(new Settings(1, BigDecimal.ONE, null, DataSize.ofBytes(1_023))))
                .isEqualTo("size must be from 1KB to 1MB");
    }

    private static String wrong(Settings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(settings).stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .findFirst()
                    .orElse("");
        }
    }
}
