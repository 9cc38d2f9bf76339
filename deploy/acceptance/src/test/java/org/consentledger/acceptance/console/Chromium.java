package org.consentledger.acceptance.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browser on this machine: named by {@code -Dchromium=} or the environment's {@code CHROMIUM}, as {@code make test} does,
 * else the one that {@code deploy/tools/chromium} finds.
 */
public final class Chromium implements AutoCloseable {

    private static final String FINDER = "../tools/chromium";

    /** It speaks to the page under test and to nobody else. */
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. */
    public static Chromium open() {
        var path = path();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(path)
                                .setHeadless(true)
                                .setArgs(ALONE)));
    }

    private static Path path() {
        return Optional.ofNullable(System.getProperty("chromium"))
                .or(() -> Optional.ofNullable(System.getenv("CHROMIUM")))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(Chromium::found);
    }

    private static Path found() {
        try {
            var finder = new ProcessBuilder(FINDER, "find").start();
            var path = new String(finder.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var complaint = new String(finder.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (finder.waitFor() != 0) {
                throw new AssertionError(complaint);
            }
            return Path.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Playwright knows of it. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
