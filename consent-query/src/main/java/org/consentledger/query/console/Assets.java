package org.consentledger.query.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.log.digest.Sha256;
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
                            Stream.of(files.getResources(SCRIPTS + "**/*.js")))
                    .flatMap(each -> each)
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

    /** Whatever order they are found in: nodes must agree on it. */
    private static String digest(List<Resource> files) throws IOException {
        var digests = new ArrayList<String>();
        for (var file : files) {
            digests.add(sha256(file.getContentAsByteArray()));
        }
        Collections.sort(digests);
        return sha256(String.join("", digests).getBytes(StandardCharsets.US_ASCII))
                .substring(0, DIGITS);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
