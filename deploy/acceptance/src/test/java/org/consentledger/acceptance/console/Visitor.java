package org.consentledger.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consentledger.standalone.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the console in a browser of their own. On {@link #close} whatever the browser complained of fails the
 * test: errors in its console, policies that were broken, requests to other hosts.
 */
public final class Visitor implements AutoCloseable {

    /** Where pictures of the pages are kept. */
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final int DESKTOP_WIDTH = 1280;
    private static final int DESKTOP_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    /** More than any page has: then the focus goes in a circle that leaves something out. */
    private static final int TABS_MAX = 300;

    private static final Set<String> SHUTS_OUT = Set.of("serious", "critical");

    private final Desk desk;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> expected = new LinkedHashSet<>();

    private Visitor(Desk desk, String language, @Nullable String cookies) {
        this.desk = desk;
        // colours that are on their way from light to dark are neither, and axe would measure them
        var options = new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
        if (cookies != null) {
            options.setStorageState(cookies);
        }
        this.context = desk.browser().newContext(options);
        context.onRequest(request -> {
            if (!desk.isOwn(request.url())) {
                complaints.add("a request to another host: " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
        context.onWebError(error -> complaints.add("script: " + error.error()));
        this.page = context.newPage();
    }

    /** An auditor who has signed in, in English. */
    static Visitor auditor(Desk desk) {
        return new Visitor(desk, "en", desk.signedIn());
    }

    /** Somebody who has not signed in. */
    static Visitor unknown(Desk desk) {
        return new Visitor(desk, "en", null);
    }

    /** The same, in Italian. */
    static Visitor unknownItalian(Desk desk) {
        return new Visitor(desk, "it", null);
    }

    /** An auditor who has signed in, in Italian. */
    public static Visitor auditorInItalian(Desk desk) {
        return new Visitor(desk, "it", desk.signedIn());
    }

    /** What they look at. */
    public Page page() {
        return page;
    }

    /** Opens one of the console's pages. */
    public Page open(String path) {
        page.navigate(desk.at(path));
        return page;
    }

    /** Signs in from the page that asks for it, with the right password. */
    void signIn(Role role) {
        open("/");
        statePurpose();
        password(role, desk.password(role));
        page.waitForURL(desk.at("/"));
    }

    void statePurpose() {
        page.locator("#purpose").fill(Desk.PURPOSE);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(desk.issuer() + "/sign-in");
    }

    void password(Role role, String password) {
        page.locator("#username").fill(role.id());
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
    }

    String storage() {
        return context.storageState();
    }

    BrowserContext context() {
        return context;
    }

    /** An answer that a browser complains of, such as 404, and that is right here. */
    public Visitor expecting(int status) {
        // in the browser's words, and in those of htmx
        return expecting("status of " + status + " ").expecting("Status Error Code " + status + " ");
    }

    /** Something else that a browser complains of and that is right here, by a part of its words. */
    public Visitor expecting(String complaint) {
        expected.add(complaint);
        return this;
    }

    public Visitor dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    public Visitor light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    public Visitor onPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        return this;
    }

    public Visitor onDesktop() {
        page.setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT);
        return this;
    }

    /** Keeps a picture of the whole page, as a file of that name. */
    public Visitor screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** Fails if something in the page shuts people out who see, hear or move otherwise (WCAG, as axe-core finds it). */
    public Visitor axe() {
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> SHUTS_OUT.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(found).as("what axe finds in " + page.url()).isEmpty();
        return this;
    }

    /**
     * Looks at the page as it is now from every side: wide and narrow, light and dark. Each is looked through by axe, kept as a
     * picture, and must not be wider than the screen.
     */
    public Visitor everyLook(String name) {
        for (var dark : new boolean[] {false, true}) {
            for (var phone : new boolean[] {false, true}) {
                var _ = dark ? dark() : light();
                var _ = phone ? onPhone() : onDesktop();
                axe().fits().screenshot(name + (phone ? "-phone" : "-desktop") + (dark ? "-dark" : "-light"));
            }
        }
        return onDesktop().light();
    }

    /** Fails if the page has to be moved sideways to be read. */
    public Visitor fits() {
        assertThat((Integer) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels by which " + page.url() + " is too wide")
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** What the Tab key reaches from the top of the page, in order: each by its accessible name, or else its id. */
    public List<String> tabStops() {
        page.evaluate("() => document.activeElement.blur()");
        var stops = new ArrayList<String>();
        for (var i = 0; i < TABS_MAX; i++) {
            page.keyboard().press("Tab");
            var stop = (String) page.evaluate("() => { const e = document.activeElement;"
                    + " if (!e || e === document.body) return '';"
                    + " if (e.dataset.stop) return ''; e.dataset.stop = '1';"
                    + " return (e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].innerText)"
                    + " || e.innerText || e.id || e.tagName).trim(); }");
            if (stop.isEmpty()) {
                return stops;
            }
            stops.add(stop);
        }
        throw new AssertionError("the Tab key goes in circles: " + stops);
    }

    /** Bytes that come over the network for a page, compressed as they come, where nothing of it is known yet. */
    public long firstViewBytes(String path) {
        try (var fresh = desk.browser().newContext(new Browser.NewContextOptions().setStorageState(storage()))) {
            var empty = fresh.newPage();
            var session = fresh.newCDPSession(empty);
            var bytes = new ArrayList<Double>();
            session.send("Network.enable");
            session.on(
                    "Network.loadingFinished",
                    event -> bytes.add(event.get("encodedDataLength").getAsDouble()));
            empty.navigate(desk.at(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            return Math.round(bytes.stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints.stream().filter(this::isNotExpected))
                .as("what the browser complains of")
                .isEmpty();
    }

    private boolean isNotExpected(String complaint) {
        return expected.stream().noneMatch(complaint::contains);
    }
}
