package org.consentledger.acceptance.console;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Desk}, and each a {@link Visitor} of its own, an auditor who has signed in. When the test is over, the
 * visitor says whether anything was wrong with what they saw.
 */
public final class AtTheDesk implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(AtTheDesk.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Desk.class || type == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var desk = test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Desk.class, _ -> Desk.open(), Desk.class);
        return parameter.getParameter().getType() == Desk.class
                ? desk
                : test.getStore(NAMESPACE).computeIfAbsent(Visitor.class, _ -> Visitor.auditor(desk), Visitor.class);
    }
}
