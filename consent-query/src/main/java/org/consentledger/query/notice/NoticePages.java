package org.consentledger.query.notice;

import java.time.Clock;
import java.util.List;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.NoticeVersion;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.notice.Notice;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Missing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the controller promised, to look at; it is the same for every caller. */
@RestController
@Requires(
        value = Scope.AUDIT_READ,
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
class NoticePages {

    private static final String PATH = "/notices";

    private final CatalogueReader catalogue;
    private final Clock clock;
    private final ConsolePages pages;

    NoticePages(CatalogueReader catalogue, Clock clock, ConsolePages pages) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.pages = pages;
    }

    /** Every version of every notice: by code, the newest first. */
    record NoticesPage(List<Listed> notices) {}

    /** @param versions the one published last comes first */
    record Listed(String notice, List<NoticeView> versions) {}

    /** @param versions all of the same notice, in order of publication */
    record NoticePage(NoticeView notice, List<String> versions) {}

    /** @param versions all of the same notice, in order of publication */
    record ComparisonPage(String notice, List<String> versions, NoticeComparison comparison) {}

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> notices(Visit visit) {
        var known = catalogue.current();
        var listed = known.allNotices().stream()
                .map(Notice::notice)
                .distinct()
                .map(code -> new Listed(
                        code,
                        versions(known, code).reversed().stream()
                                .map(notice -> view(known, notice))
                                .toList()))
                .toList();
        return pages.page(visit, "notice/notices", new NoticesPage(listed));
    }

    @GetMapping(path = PATH + "/{notice}/{version}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> notice(
            @PathVariable @Code String notice, @PathVariable @NoticeVersion String version, Visit visit) {
        var known = catalogue.current();
        return pages.page(
                visit,
                "notice/notice",
                new NoticePage(view(known, required(known, notice, version)), names(known, notice)));
    }

    @GetMapping(path = PATH + "/{notice}/compare", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> compare(
            @PathVariable @Code String notice,
            @RequestParam @NoticeVersion String from,
            @RequestParam @NoticeVersion String to,
            Visit visit) {
        var known = catalogue.current();
        var comparison = NoticeComparison.of(required(known, notice, from), required(known, notice, to));
        return pages.page(visit, "notice/compare", new ComparisonPage(notice, names(known, notice), comparison));
    }

    private NoticeView view(Catalogue known, Notice notice) {
        return NoticeView.of(notice, known.inForce(clock.instant()).contains(notice));
    }

    private static List<Notice> versions(Catalogue known, String code) {
        return known.allNotices().stream()
                .filter(notice -> notice.notice().equals(code))
                .toList();
    }

    private static List<String> names(Catalogue known, String code) {
        return versions(known, code).stream().map(Notice::version).toList();
    }

    private static Notice required(Catalogue known, String code, String version) {
        if (!known.knowsNotice(code)) {
            throw Missing.because(ProblemCode.NOTICE_UNKNOWN);
        }
        return known.notice(code, version).orElseThrow(() -> Missing.because(ProblemCode.NOTICE_VERSION_UNKNOWN));
    }
}
