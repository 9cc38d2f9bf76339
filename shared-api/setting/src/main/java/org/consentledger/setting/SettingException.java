package org.consentledger.setting;

/** A setting is missing or wrong. The message is one sentence for the operator: what is wrong and what to do. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }

    public SettingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, and what the cause of all causes says about it. */
    public static SettingException because(String what, Throwable cause) {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
        return new SettingException(what + ": " + reason, cause);
    }
}
