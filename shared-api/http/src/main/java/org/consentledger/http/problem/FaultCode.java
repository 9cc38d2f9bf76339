package org.consentledger.http.problem;

/** What is wrong with one field, parameter or header. A field that the rules reject has their code instead. */
public enum FaultCode {
    /** It must be there and must not be null. */
    REQUIRED,
    /** It is of the right type and does not hold what it must. */
    INVALID,
    /** It is a value of another JSON type than it must be. */
    WRONG_TYPE,
    /** There is no field of that name. */
    UNKNOWN,
    /** It stands there twice. */
    DUPLICATE,
    /** The caller's token is not for it. */
    NOT_PERMITTED,
    /** It goes beyond what is read at all. */
    LIMIT_EXCEEDED;

    /** Whether it makes the whole request unreadable, as opposed to wrong in one value. */
    boolean isMalformed() {
        return switch (this) {
            case REQUIRED, INVALID, NOT_PERMITTED -> false;
            case WRONG_TYPE, UNKNOWN, DUPLICATE, LIMIT_EXCEEDED -> true;
        };
    }
}
