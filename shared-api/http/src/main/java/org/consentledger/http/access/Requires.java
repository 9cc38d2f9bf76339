package org.consentledger.http.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. One without it, on itself or on its class, may be called by nobody: what is forgotten stays
 * shut.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The caller's token must have one of these. */
    Scope[] value();

    /** The limits of a token that the handler keeps to; with any other limit a token is of no use there. */
    Limit[] heeds() default {};
}
