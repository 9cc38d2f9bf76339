package org.consentledger.query.report.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of documents, and what they can show. No others are used, those of the machine neither.
 *
 * @param files by weight, as style sheets number them
 * @param regular for whatever asks for a font that is none of these
 * @param covered code points that have a glyph in each of them
 */
record DocumentFonts(Map<Integer, FontFile> files, TrueTypeFont regular, BitSet covered) implements FontMapper {

    /** What style sheets call them. */
    static final String FAMILY = "document";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /**
     * Written from left to right, one letter beside the other. Of other scripts the fonts have some letters too, but their order
     * and form depend on their neighbours, and nothing here would see to that.
     */
    private static final Set<UnicodeScript> PLAIN = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    static DocumentFonts load() {
        var regular = FontFile.load("DejaVuSansCondensed.ttf");
        var bold = FontFile.load("DejaVuSansCondensed-Bold.ttf");
        var parsed = regular.parse();
        var covered = covered(parsed);
        covered.and(covered(bold.parse()));
        return new DocumentFonts(Map.of(REGULAR, regular, BOLD, bold), parsed, covered);
    }

    private static BitSet covered(TrueTypeFont font) {
        try {
            var glyphs = font.getUnicodeCmapLookup();
            var covered = new BitSet();
            for (var codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
                covered.set(codePoint, glyphs.getGlyphId(codePoint) != 0);
            }
            return covered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a reader of the document will see this as it is meant. */
    boolean canShow(int codePoint) {
        return Character.isWhitespace(codePoint)
                || (covered.get(codePoint) && PLAIN.contains(UnicodeScript.of(codePoint)) && !isFormat(codePoint));
    }

    /** Invisible, and may turn the order of its neighbours round. */
    private static boolean isFormat(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, true);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, regular, true);
    }
}
