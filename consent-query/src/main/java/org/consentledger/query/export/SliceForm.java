package org.consentledger.query.export;

import org.consentledger.log.export.SliceCsv;
import org.consentledger.log.export.SliceEnd;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.export.SliceLine;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** How a slice is written down. */
enum SliceForm {
    LINES(MediaType.APPLICATION_NDJSON_VALUE, "ndjson") {
        @Override
        String head(SliceHead head, JsonMapper json) {
            return line(head, json);
        }

        @Override
        String event(SliceLine line, JsonMapper json) {
            return line(line, json);
        }

        @Override
        String end(SliceEnd end, JsonMapper json) {
            return line(end, json);
        }

        private static String line(Object value, JsonMapper json) {
            return json.writeValueAsString(value) + "\n";
        }
    },

    TABLE("text/csv;charset=utf-8;header=present", "csv") {
        @Override
        String head(SliceHead head, JsonMapper json) {
            return SliceCsv.names() + SliceCsv.about(json.writeValueAsString(head));
        }

        @Override
        String event(SliceLine line, JsonMapper json) {
            return SliceCsv.event(line);
        }

        @Override
        String end(SliceEnd end, JsonMapper json) {
            return SliceCsv.about(json.writeValueAsString(end));
        }
    };

    private final String type;
    private final String suffix;

    SliceForm(String type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /** Under which a browser keeps it. */
    String fileName() {
        return "events." + suffix;
    }

    abstract String head(SliceHead head, JsonMapper json);

    abstract String event(SliceLine line, JsonMapper json);

    abstract String end(SliceEnd end, JsonMapper json);
}
