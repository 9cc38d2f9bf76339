package org.consentledger.acceptance.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * One way into a service, as the web framework has it registered.
 *
 * @param produces what a caller may have to ask for; empty for anything
 * @param consumes what a body is sent as; with anything else nobody gets as far as being judged
 */
record Route(String method, String pattern, Set<String> produces, String consumes) implements Comparable<Route> {

    private static final String JSON = "application/json";

    /** Every route of every handler mapping of a context. */
    static List<Route> of(ApplicationContext context) {
        var routes = new TreeSet<Route>();
        for (var mapping :
                context.getBeansOfType(HandlerMapping.class, true, false).values()) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping methods ->
                    methods.getHandlerMethods().keySet().stream()
                            .flatMap(Route::of)
                            .forEach(routes::add);
                case AbstractUrlHandlerMapping urls ->
                    urls.getHandlerMap()
                            .keySet()
                            .forEach(pattern -> routes.add(new Route("GET", pattern, Set.of(), JSON)));
                default -> requireEmpty(mapping);
            }
        }
        return List.copyOf(routes);
    }

    /** A kind of mapping that nobody has thought of might hold anything. The composite one asks the others. */
    private static void requireEmpty(HandlerMapping mapping) {
        var isKnownToHoldNothing = Set.of(
                        "RouterFunctionMapping",
                        "CompositeHandlerMapping",
                        "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping")
                .contains(mapping.getClass().getSimpleName());
        if (!isKnownToHoldNothing) {
            throw new AssertionError("routes of a kind that is not walked: " + mapping.getClass());
        }
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        var produces = info.getProducesCondition().getProducibleMediaTypes().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
        var consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(Object::toString)
                .orElse(JSON);
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Route(method.name(), pattern, produces, consumes)));
    }

    /** A path that leads there. */
    String path() {
        return pattern.replace("{level}", "0")
                .replaceAll("\\{\\*?[a-zA-Z]+}", "x")
                .replace("**", "x")
                .replace("*", "");
    }

    /** Whether it is one of the console's pages, which people look at. */
    boolean isPage() {
        return produces.equals(Set.of("text/html")) && !pattern.startsWith("/v1/");
    }

    /** Whether it belongs to signing in, which itself leads there. */
    boolean isSignIn() {
        return pattern.startsWith("/sign-");
    }

    /** As the table has it. */
    String name() {
        return method + " " + pattern;
    }

    @Override
    public int compareTo(Route other) {
        return (name() + produces).compareTo(other.name() + other.produces);
    }

    @Override
    public String toString() {
        return name() + (produces.isEmpty() ? "" : " as " + String.join(", ", produces));
    }
}
