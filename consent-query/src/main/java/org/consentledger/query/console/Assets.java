package org.consentledger.query.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The scripts and styles that come with this build. One digest over all of them stands in their paths, so that browsers may
 * keep them for ever, and modules that import each other by relative paths stay together.
 */
@Component
final class Assets {

    /** Our own files, by kind. */
    static final String STYLES = "classpath:/org/consentledger/query/html/style/";

    static final String SCRIPTS = "classpath:/org/consentledger/query/html/script/";

    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final int DIGITS = 12;

    private final Resource libraries;
    private final String version;

    Assets() {
        try {
            var files = new PathMatchingResourcePatternResolver();
            var htmx = only(files.getResources(HTMX));
            this.libraries = htmx.createRelative("");
            this.version = digest(Stream.of(
                            Stream.of(htmx),
                            Stream.of(files.getResources(STYLES + "*")),
                            Stream.of(files.getResources(SCRIPTS + "*")))
                    .flatMap(each -> each)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of the digest stands in the paths. */
    String version() {
        return version;
    }

    /** The folder of scripts that are not ours. */
    Resource libraries() {
        return libraries;
    }

    private static Resource only(Resource... found) {
        if (found.length != 1) {
            throw new IllegalStateException("there must be one htmx, and there are " + found.length);
        }
        return found[0];
    }

    private static String digest(List<Resource> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
