package org.consentledger.importing;

/** A row cannot become a command; the message says why and quotes nothing of it. */
final class WrongRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Field field;

    WrongRowException(Field field, String why) {
        super(field.title() + " " + why);
        this.field = field;
    }

    Field field() {
        return field;
    }
}
