package org.consentledger.query.report.subject;

import java.util.List;
import java.util.Map;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.report.subject.SubjectReport.Right;
import org.springframework.stereotype.Component;

/** The rights that the GDPR gives a subject, in words. */
@Component
final class Rights {

    /** In the order in which they matter to somebody who reads a report; articles of the GDPR with the texts' keys. */
    private static final List<Map.Entry<String, String>> ARTICLES = List.of(
            Map.entry("7(3)", "withdraw"),
            Map.entry("15", "access"),
            Map.entry("16", "rectification"),
            Map.entry("17", "erasure"),
            Map.entry("18", "restriction"),
            Map.entry("20", "portability"),
            Map.entry("21", "objection"),
            Map.entry("77", "complaint"));

    private final Words words;

    Rights(Words words) {
        this.words = words;
    }

    List<Right> in(Language language) {
        return ARTICLES.stream()
                .map(article -> new Right(article.getKey(), words.in(language, "report.right." + article.getValue())))
                .toList();
    }
}
