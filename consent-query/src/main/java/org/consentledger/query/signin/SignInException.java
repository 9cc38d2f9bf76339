package org.consentledger.query.signin;

/** Somebody does not get in. */
final class SignInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SignInFailure failure;

    SignInException(SignInFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    SignInException(SignInFailure failure, Exception cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    SignInFailure failure() {
        return failure;
    }
}
