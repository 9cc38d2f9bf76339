package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing a service does when it is asked, as its document tells.
 *
 * @param path with names of parameters in braces
 * @param body null if it takes none
 * @param mediaTypes of its answers, where the document names them
 */
record Operation(
        Service service,
        String method,
        String path,
        String id,
        List<Parameter> parameters,
        @Nullable Schema body,
        Set<String> mediaTypes) {

    Stream<Parameter> in(Parameter.Place place) {
        return parameters.stream().filter(parameter -> parameter.place() == place);
    }

    boolean isCommand() {
        return body != null;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
