package org.consentledger.http.json;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Reads a constant in a parameter by its exact name; Spring's own reader takes blanks around it, and blanks for no value. */
final class ConstantNames implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Enum.class));
    }

    @Override
    public Object convert(@Nullable Object name, TypeDescriptor from, TypeDescriptor to) {
        return Stream.of(to.getType().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of the names"));
    }
}
