package org.consentledger.query.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.report.PdfText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@ExtendWith(OutputCaptureExtension.class)
class PdfDocumentsTest {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="it"><head><meta charset="utf-8"/><meta name="description" content="Di prova"/>
            <title>Perch\u00e9 s\u00ec</title>%s</head>
            <body><main><h1>Perch\u00e9 s\u00ec</h1>%s
            <table><thead><tr><th scope="col">Quando</th><th scope="col">Chi</th></tr></thead>
            <tbody><tr><th scope="row">oggi</th><td>%s</td></tr></tbody></table></main></body></html>
            """;

    private final PdfDocuments documents = new PdfDocuments(new Words());

    private byte[] pdf(String who) {
        return documents.of(PAGE.formatted("", "", who), Language.ITALIAN);
    }

    /** By the validator of the PDF Association, each of whose findings names a clause. */
    @ParameterizedTest
    @ValueSource(strings = {"2a", "ua1"})
    void isForArchivesAndForScreenReaders(String standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.byFlavourId(standard);
        var page = PAGE.formatted("", "<p>Si veda <a href=\"https://example.com/\">qui</a>.</p>", "Tizio &amp; Caio");
        var pdf = documents.of(page, Language.ITALIAN);
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .extracting(finding -> finding.getRuleId().getClause() + " " + finding.getMessage())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void saysWhatItIsAndInWhichLanguage() throws IOException {
        try (var document = Loader.loadPDF(pdf("nessuno"))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Perch\u00e9 s\u00ec");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("it");
        }
    }

    @Test
    void namesOfEuropeAreShownAsTheyAre() {
        assertThat(
                        PdfText.of(
                                pdf(
                                        "Zo\u00eb \u0141\u00f3d\u017a \u0394\u03ae\u03bc\u03bf\u03c2 \u041e\u043b\u044c\u0433\u0430 \u0540\u0561\u0575\u0580")))
                .contains(
                        "Zo\u00eb \u0141\u00f3d\u017a \u0394\u03ae\u03bc\u03bf\u03c2 \u041e\u043b\u044c\u0433\u0430 \u0540\u0561\u0575\u0580")
                .doesNotContain("U+");
    }

    /** A box would say nothing, and letters in a wrong order something else. */
    @Test
    void whatTheFontCannotShowIsSpeltOutAndSaidSo() {
        assertThat(PdfText.of(pdf("\u738b \u05d3\u05d5\u05d3 \u0645\u062d\u0645\u062f \ud83e\udee0 a\u202eb")))
                .contains("[U+738B] [U+05D3][U+05D5][U+05D3] [U+0645]", "[U+1FAE0]", "a[U+202E]b")
                .contains("I caratteri che il font di questo documento non pu\u00f2 mostrare");
    }

    /** A reference may hold them, and one of them would otherwise make the whole document impossible. */
    @Test
    void whatNoXmlMayHoldIsSpeltOutToo() {
        assertThat(PdfText.of(pdf("a\uffffb \ufffe \u0001 \ud800 \ufffd")))
                .contains("a[U+FFFF]b [U+FFFE] [U+0001] [U+D800]")
                .contains("I caratteri che il font di questo documento non pu\u00f2 mostrare");
    }

    @Test
    void nothingIsLoadedFromAnywhere(@TempDir Path folder, CapturedOutput output) throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://localhost:" + server.getAddress().getPort();
            var secret = Files.writeString(folder.resolve("secret.css"), "h1:after { content: 'planted-secret' }");
            var head = """
                    <link rel="stylesheet" href="%1$s/link.css"/><link rel="stylesheet" href="%2$s"/>
                    <style>@import url(%1$s/import.css); @import url(%2$s);
                    @font-face { font-family: f; src: url(%1$s/font.ttf) } h1 { font-family: f, document; background: url(%1$s/b.png) }
                    </style>
                    """.formatted(there, secret.toUri());
            var body = """
                    <img src="%1$s/image.png" alt="x"/><img src="%2$s" alt="y"/><object data="%1$s/object.svg">o</object>
                    """.formatted(there, secret.toUri());

            var pdf = documents.of(PAGE.formatted(head, body, "nessuno"), Language.ENGLISH);

            assertThat(PdfText.of(pdf)).contains("nessuno").doesNotContain("planted-secret");
            assertThat(asked).isEmpty();
            assertThat(output.getAll()).doesNotContain("nessuno", "/image.png");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPageThatBringsEntitiesIsTurnedAway() {
        for (var page : List.of(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><head/><body>&x;</body></html>",
                "<!DOCTYPE html><!DOCTYPE html SYSTEM \"http://localhost/x.dtd\"><html><head/><body/></html>",
                "<html><head/><body><p></body></html>")) {
            assertThatThrownBy(() -> documents.of(page, Language.ENGLISH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the page is no well-formed XML")
                    .hasNoCause();
        }
    }
}
