package org.consentledger.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a field comes from: a text in which {@code ${column}} stands for what the row has in that column.
 *
 * @param text as the mapping writes it
 * @param values what the ledger is told where a row says something; anything else is told as it is
 */
record Template(String text, Map<String, String> values) {

    private static final Pattern COLUMN = Pattern.compile("\\$\\{([^}]*)}");

    Template {
        values = Map.copyOf(values);
    }

    List<String> columns() {
        var names = new ArrayList<String>();
        COLUMN.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The field of one row, without blanks around it; empty if it has none. */
    String of(UnaryOperator<String> row) {
        var filled = COLUMN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(row.apply(found.group(1))));
        return told(filled.strip());
    }

    String told(String said) {
        return values.getOrDefault(said, said);
    }
}
