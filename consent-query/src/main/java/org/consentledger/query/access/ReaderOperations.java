package org.consentledger.query.access;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.http.access.Requirement;
import org.consentledger.http.access.Scope;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What the description says of reading: that a purpose has to be stated. */
final class ReaderOperations implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Stream.of(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Reader.class)
                && !isDescribed(operation)) {
            operation.addParametersItem(purpose(isForAuditorsAlone(handler)));
        }
        return operation;
    }

    /** Forms of one answer have handlers of their own. */
    private static boolean isDescribed(Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(parameter -> Objects.equals(parameter.getName(), Reader.PURPOSE_HEADER));
    }

    private static boolean isForAuditorsAlone(HandlerMethod handler) {
        var requirement = Requirement.of(handler);
        return requirement != null && List.of(requirement.value()).equals(List.of(Scope.AUDIT_READ));
    }

    private static Parameter purpose(boolean isRequired) {
        var schema = new Schema<>().minLength(1).maxLength(Reader.PURPOSE_LENGTH_MAX);
        schema.addType("string");
        return new Parameter()
                .in("header")
                .name(Reader.PURPOSE_HEADER)
                .required(isRequired)
                .description(
                        "Why this is read, such as the number of a case: UTF-8, without control characters. Stands in"
                                + " the access log, for ever, and the person whose data are shown may read it, word for word."
                                + " Required of auditors (scope " + Scope.AUDIT_READ.value()
                                + "). Must hold no name and nothing else personal.")
                .schema(schema);
    }
}
