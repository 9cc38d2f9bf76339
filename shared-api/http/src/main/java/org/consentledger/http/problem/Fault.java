package org.consentledger.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import org.consentledger.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where. It has a pointer, a parameter or a header.
 *
 * @param pointer JSON pointer (RFC 6901) of the field in the body; empty for the body itself
 * @param parameter name of a parameter in the path or the query
 * @param header name of a header
 * @param code a {@link FaultCode} or the code of a rejection
 * @param detail what would be right; never the value that was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String code,
        String detail) {

    public static Fault inBody(String pointer, FaultCode code, String detail) {
        return new Fault(pointer, null, null, code.name(), detail);
    }

    public static Fault inParameter(String parameter, FaultCode code, String detail) {
        return new Fault(null, parameter, null, code.name(), detail);
    }

    public static Fault inHeader(String header, FaultCode code, String detail) {
        return new Fault(null, null, header, code.name(), detail);
    }

    /**
     * The same where the body stands inside something larger; a fault that is not in the body is the same.
     *
     * @param place of the body: a JSON pointer
     */
    Fault below(String place) {
        return pointer == null ? this : new Fault(place + pointer, parameter, header, code, detail);
    }

    static Fault of(Rejection rejection) {
        return new Fault(rejection.pointer(), null, null, rejection.code().name(), rejection.detail());
    }

    boolean isMalformed() {
        return Arrays.stream(FaultCode.values())
                .anyMatch(known -> known.isMalformed() && known.name().equals(code));
    }
}
