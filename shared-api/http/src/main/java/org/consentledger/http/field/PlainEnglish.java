package org.consentledger.http.field;

import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Messages in the words of this API, in one language, without an expression language. */
final class PlainEnglish extends ParameterMessageInterpolator {

    private static final Map<String, String> OURS = Map.of(
            "{jakarta.validation.constraints.NotNull.message}", "is required",
            "{jakarta.validation.constraints.Size.message}", "must have {min} to {max} elements",
            "{org.hibernate.validator.constraints.UniqueElements.message}", "must not hold an element twice");

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Locale.ROOT);
    }

    @Override
    public String interpolate(String template, Context context, Locale callersLocale) {
        return super.interpolate(OURS.getOrDefault(template, template), context, Locale.ROOT);
    }
}
