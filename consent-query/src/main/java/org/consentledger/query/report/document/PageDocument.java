package org.consentledger.query.report.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page on its way to paper.
 *
 * @param dom is changed by what is done with the page
 * @param isSpeltOut whether it held characters that XML has no place for, and which stand as their Unicode numbers since it was read
 */
record PageDocument(Document dom, boolean isSpeltOut) {

    private static final String STYLE_FOLDER = "/org/consentledger/query/html/style/";
    private static final String DOCTYPE = "<!DOCTYPE html>";

    /** The style sheets of reports, those of paper last. */
    static String style() {
        return String.join(
                "\n", List.of(resource("report.css"), resource("report-bars.css"), resource("report-pdf.css")));
    }

    private static String resource(String name) {
        try (var in = PageDocument.class.getResourceAsStream(STYLE_FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a page. Characters that no XML may hold, though a text that people sent may (U+FFFF is one), are spelt out.
     *
     * @throws IllegalArgumentException if it is no well-formed XML, or brings a document type besides that of HTML
     */
    static PageDocument of(String page) {
        try {
            var legible = speltOut(page, PageDocument::isOfXml);
            var text = legible.replaceFirst("^\\s*" + DOCTYPE, "");
            return new PageDocument(parser().parse(new InputSource(new StringReader(text))), !legible.equals(page));
        } catch (SAXException e) {
            // its message would quote the page
            throw new IllegalArgumentException("the page is no well-formed XML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** XML 1.0, production 2 (Char). */
    private static boolean isOfXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    /** Without document types there are no entities, and nothing to fetch. */
    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(false);
            var parser = factory.newDocumentBuilder();
            // it would print what is wrong, and a piece of the page with it
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser", e);
        }
    }

    /** In place of the style sheets that the page names, which nobody fetches. */
    void styleWith(String css) {
        elements("link").forEach(PageDocument::remove);
        var style = dom.createElement("style");
        style.appendChild(dom.createTextNode(css));
        elements("head").getFirst().appendChild(style);
    }

    /** Paper has none; and a link in a file would lead to a file. */
    void leaveLinksOut() {
        elements("a").forEach(link -> link.removeAttribute("href"));
    }

    /**
     * Writes characters that cannot be shown as their Unicode numbers, such as {@code [U+4E2D]}.
     *
     * @return whether there were any, those that were spelt out when the page was read included
     */
    boolean spellOut(IntPredicate isShown) {
        var changed = isSpeltOut;
        for (var text : texts(dom.getDocumentElement(), new ArrayList<>())) {
            var written = text.getData();
            if (!written.codePoints().allMatch(isShown)) {
                text.setData(speltOut(written, isShown));
                changed = true;
            }
        }
        return changed;
    }

    static String speltOut(String text, IntPredicate isShown) {
        var written = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isShown.test(codePoint)) {
                written.appendCodePoint(codePoint);
            } else {
                written.append("[U+%04X]".formatted(codePoint));
            }
        });
        return written.toString();
    }

    /** Adds a paragraph at the end. */
    void addNote(String note) {
        var paragraph = dom.createElement("p");
        paragraph.appendChild(dom.createTextNode(note));
        elements("main").getFirst().appendChild(paragraph);
    }

    private List<Element> elements(String name) {
        var found = dom.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Text> texts(Node node, List<Text> found) {
        if (node instanceof Text text) {
            found.add(text);
        } else if (!node.getNodeName().equals("style")) {
            for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                texts(child, found);
            }
        }
        return found;
    }

    private static void remove(Node node) {
        Objects.requireNonNull(node.getParentNode()).removeChild(node);
    }
}
