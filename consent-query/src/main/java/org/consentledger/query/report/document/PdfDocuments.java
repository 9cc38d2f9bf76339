package org.consentledger.query.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Makes a PDF of a page: the same page that a browser shows, in the same language, tagged for screen readers (PDF/UA-1, ISO
 * 14289-1) and with all it needs inside (PDF/A-2a, ISO 19005-2). Nothing is loaded from anywhere, whatever the page names.
 */
@Component
public final class PdfDocuments {

    private static final String PRODUCER = "consent-query";

    private final Words words;

    PdfDocuments(Words words) {
        this.words = words;
    }

    /** What is made once, with the first document: it takes part of a second. */
    private static final class Prepared {

        private static final DocumentFonts FONTS = DocumentFonts.load();
        private static final byte[] COLOURS =
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        private static final String STYLE = PageDocument.style();

        static {
            // it would tell of a document's texts, and what is wrong with a document is thrown
            XRLog.setLoggingEnabled(false);
            // PDFBox would look through all fonts of the machine, and keep a list of them in the user's home
            FontMappers.set(FONTS);
        }

        private Prepared() {}
    }

    /**
     * The document.
     *
     * @param page a page of HTML that is well-formed XML too
     * @throws IllegalArgumentException if it is not
     */
    public byte[] of(String page, Language language) {
        var document = PageDocument.of(page);
        document.styleWith(Prepared.STYLE);
        document.leaveLinksOut();
        if (document.spellOut(Prepared.FONTS::canShow)) {
            document.addNote(words.in(language, "report.pdf.spelt-out"));
        }
        return rendered(document.dom());
    }

    private static byte[] rendered(Document dom) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(Prepared.COLOURS)
                .withProducer(PRODUCER)
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(dom, null)
                .toStream(pdf);
        Prepared.FONTS
                .files()
                .forEach((weight, file) ->
                        builder.useFont(file::open, DocumentFonts.FAMILY, weight, FontStyle.NORMAL, true));
        try {
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
