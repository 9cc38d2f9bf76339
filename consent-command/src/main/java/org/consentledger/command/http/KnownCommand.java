package org.consentledger.command.http;

import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Requirement;
import org.consentledger.http.access.Requires;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

/** A command as the method that takes it has it: its name, its body, and who may send it. */
public final class KnownCommand {

    private final String name;
    private final HandlerMethod endpoint;
    private final @Nullable Requires requirement;
    private final Class<? extends CommandRequest> body;

    private KnownCommand(String name, HandlerMethod endpoint) {
        this.name = name;
        this.endpoint = endpoint;
        this.requirement = Requirement.of(endpoint);
        this.body = Stream.of(endpoint.getMethod().getParameterTypes())
                .filter(CommandRequest.class::isAssignableFrom)
                .<Class<? extends CommandRequest>>map(type -> type.asSubclass(CommandRequest.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(endpoint + " takes no command"));
        ReflectionUtils.makeAccessible(endpoint.getMethod());
    }

    /** Empty if the method is no {@link CommandEndpoint}. */
    static Stream<KnownCommand> of(HandlerMethod method) {
        var endpoint = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), CommandEndpoint.class);
        return endpoint == null ? Stream.empty() : Stream.of(new KnownCommand(endpoint.value(), method));
    }

    String name() {
        return name;
    }

    /** What its body is read as. */
    public Class<? extends CommandRequest> body() {
        return body;
    }

    /** Who may send it; null if nobody. */
    public @Nullable Requires requirement() {
        return requirement;
    }

    /**
     * Has it taken as if it had come alone, in a request of its own.
     *
     * @param request of the type {@link #body}
     * @throws ProblemException if the caller may not send it, or it is answered with a problem
     */
    public ResponseEntity<?> take(Caller caller, IdempotencyKey key, CommandRequest request) {
        Requirement.require(caller, requirement);
        var arguments = Stream.of(endpoint.getMethod().getParameterTypes())
                .map(type -> type == Caller.class ? caller : type == IdempotencyKey.class ? key : request)
                .toArray();
        try {
            return (ResponseEntity<?>) endpoint.getMethod().invoke(endpoint.getBean(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a command failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(endpoint + " cannot be called", e);
        }
    }
}
