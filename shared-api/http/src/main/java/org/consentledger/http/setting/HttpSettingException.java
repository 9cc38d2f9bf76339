package org.consentledger.http.setting;

/** A setting of the web edge is wrong. The message is one sentence for the operator: what is wrong and what to do. */
public final class HttpSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HttpSettingException(String message) {
        super(message);
    }

    public HttpSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
