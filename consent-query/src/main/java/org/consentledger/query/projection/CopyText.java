package org.consentledger.query.projection;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: a line per row, columns separated by tabs, null as {@code \\N}. */
final class CopyText {

    private final List<Method> columns;
    private final StringBuilder text = new StringBuilder();

    /** @param type its components are the columns */
    CopyText(Class<? extends Record> type) {
        columns = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toList();
        // rows are their projections' own affair, so the records are not public
        columns.forEach(column -> column.setAccessible(true));
    }

    void add(Record row) {
        var separator = "";
        for (var column : columns) {
            text.append(separator);
            write(value(column, row));
            separator = "\t";
        }
        text.append('\n');
    }

    static @Nullable Object value(Method column, Record row) {
        try {
            return column.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides its component " + column.getName(), e);
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case Collection<?> several -> escaped(array(several));
            default -> escaped(value.toString());
        }
    }

    private static String array(Collection<?> values) {
        var array = new StringBuilder("{");
        var separator = "";
        for (var value : values) {
            array.append(separator)
                    .append('"')
                    .append(String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            separator = ",";
        }
        return array.append('}').toString();
    }

    private void escaped(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
