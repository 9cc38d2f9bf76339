package org.consentledger.query.citation;

import java.util.regex.Pattern;

/** How events are named. */
public final class EventIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private EventIds() {}

    /** Whether an event can have that name; nothing else need be looked for. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
