package org.consentledger.http.body;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.http.json.WebJson;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body into a record that keeps all its constraints, or says everything that is wrong with it. */
public final class BodyReader {

    /** Faults named in one answer; enough for a reader, too few to make an answer much larger than its request. */
    private static final int FAULTS_MAX = 100;

    private static final String READING_LIMITS =
            "JSON is read up to %d levels deep and %,d tokens long, with names of %d, texts of %,d and numbers of %d characters"
                    .formatted(
                            WebJson.READING.getMaxNestingDepth(),
                            WebJson.READING.getMaxTokenCount(),
                            WebJson.READING.getMaxNameLength(),
                            WebJson.READING.getMaxStringLength(),
                            WebJson.READING.getMaxNumberLength());

    private final JsonMapper json;
    private final Validator validator;

    BodyReader(JsonMapper json, Validator validator) {
        this.json = json.rebuild().addHandler(new FaultCollector()).build();
        this.validator = validator;
    }

    /**
     * Reads a text that stands for a body of its own, such as one line of many.
     *
     * @throws ProblemException if it does not hold what it must
     */
    public <T> T read(String text, Class<T> type) {
        return type.cast(read(text, json.constructType(type)));
    }

    /** @throws ProblemException if the body does not hold what it must */
    Object read(String body, JavaType type) {
        var faults = new ArrayList<Fault>();
        var value = parse(body, type, faults);
        if (value != null) {
            faults.addAll(violations(value, faults));
        } else if (faults.isEmpty()) {
            faults.add(Fault.inBody("", FaultCode.WRONG_TYPE, "must be " + FaultCollector.jsonTypeOf(type)));
        }
        if (value == null || !faults.isEmpty()) {
            throw new ProblemException(
                    Problem.of(faults.stream().limit(FAULTS_MAX).toList()));
        }
        return value;
    }

    private @Nullable Object parse(String body, JavaType type, List<Fault> faults) {
        try {
            return json.readerFor(type)
                    .withAttribute(FaultCollector.FAULTS, faults)
                    .readValue(body);
        } catch (InputCoercionException e) {
            faults.add(beyondItsType(e));
            return null;
        } catch (StreamReadException e) {
            throw unreadable(e);
        } catch (StreamConstraintsException e) {
            throw beyond(e);
        } catch (JacksonException e) {
            // the exception's message quotes the body: only the place goes on
            faults.add(Fault.inBody(pointer(e), FaultCode.WRONG_TYPE, "cannot be read as what it must be"));
            return null;
        }
    }

    private List<Fault> violations(Object value, List<Fault> known) {
        var pointers = known.stream().map(Fault::pointer).collect(Collectors.toSet());
        return validator.validate(value).stream()
                .map(violation -> fault(violation, value.getClass()))
                .filter(fault -> !pointers.contains(fault.pointer()))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail))
                .toList();
    }

    private static Fault fault(ConstraintViolation<Object> violation, Class<?> body) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return Fault.inBody(
                FieldPointers.of(violation.getPropertyPath(), body),
                constraint == NotNull.class ? FaultCode.REQUIRED : FaultCode.INVALID,
                violation.getMessage());
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    /** A number that is well-formed and fits no type; read as far as it, so that the parser knows where it stands. */
    private static Fault beyondItsType(InputCoercionException e) {
        var parser = e.processor();
        var pointer =
                parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
        return Fault.inBody(pointer, FaultCode.WRONG_TYPE, "must be a number that fits into 64 bits");
    }

    private static ProblemException beyond(StreamConstraintsException e) {
        return new ProblemException(
                Problem.of(List.of(Fault.inBody(pointer(e), FaultCode.LIMIT_EXCEEDED, READING_LIMITS))));
    }

    private static ProblemException unreadable(StreamReadException e) {
        var message = String.valueOf(e.getOriginalMessage());
        var parser = e.processor();
        if (parser != null && message.startsWith("Duplicate Object property")) {
            var pointer = parser.streamReadContext().pathAsPointer().toString();
            return new ProblemException(
                    Problem.of(List.of(Fault.inBody(pointer, FaultCode.DUPLICATE, "the field stands there twice"))));
        }
        var place = e.getLocation();
        return new ProblemException(Problem.of(
                ProblemCode.MALFORMED_REQUEST,
                "the body is not well-formed JSON at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }
}
