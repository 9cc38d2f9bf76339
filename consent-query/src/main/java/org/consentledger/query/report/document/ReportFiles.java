package org.consentledger.query.report.document;

import java.nio.charset.StandardCharsets;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.html.HtmlPages;
import org.consentledger.query.language.Language;
import org.consentledger.query.report.ReportPlaces;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a report in one of its forms. Files are named after the kind of report, never after whom it is about. */
@Component
public final class ReportFiles {

    /** As handlers produce it. */
    public static final String CSV = "text/csv";

    private final HtmlPages pages;
    private final PdfDocuments documents;
    private final ReportPlaces places;

    ReportFiles(HtmlPages pages, PdfDocuments documents, ReportPlaces places) {
        this.pages = pages;
        this.documents = documents;
        this.places = places;
    }

    /** The page that a template makes. */
    public ResponseEntity<String> page(String template, Language language, Object page) {
        return pages.answer(template, language, page);
    }

    /**
     * The same page as PDF.
     *
     * @throws ProblemException if too many reports are being made: 503, to be tried again
     */
    public ResponseEntity<byte[]> pdf(String template, Language language, Object page) {
        var html = String.valueOf(pages.answer(template, language, page).getBody());
        return file(MediaType.APPLICATION_PDF, template + ".pdf").body(places.make(() -> documents.of(html, language)));
    }

    /** A table. */
    public static ResponseEntity<byte[]> csv(String name, String table) {
        return file(new MediaType("text", "csv", StandardCharsets.UTF_8), name + ".csv")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }

    /** What programs get, to be kept as a file. */
    public static <T> ResponseEntity<T> json(String name, T report) {
        return file(MediaType.APPLICATION_JSON, name + ".json").body(report);
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
