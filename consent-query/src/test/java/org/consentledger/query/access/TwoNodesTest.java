package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;

/** Numbers are given out in order of commit on all nodes: who has read up to one misses none below it. */
class TwoNodesTest {

    private static final int READERS = 8;
    private static final int READS = 40;

    @Test
    void noEntryIsAddedAmongThoseThatCouldBeRead() {
        var database = LedgerDatabase.fresh();
        try (var one = QueryService.on(database);
                var other = QueryService.on(database)) {
            one.recorder().record(Facts.given("planted-shared", "business-notices", "2016-11-02"));
            Stream.of(one, other)
                    .forEach(node -> assertThat(node.get("/v1/subjects/planted-shared/consents")
                                    .status())
                            .isEqualTo(200));
            var before = entriesUpTo(one, Long.MAX_VALUE);

            var readers = IntStream.range(0, READERS)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> read(number % 2 == 0 ? one : other)))
                    .toArray(CompletableFuture[]::new);
            var reading = CompletableFuture.allOf(readers);
            var seen = new LinkedHashMap<Long, Long>();
            while (!reading.isDone()) {
                var newest = one.bean(Accesses.class).newest();
                seen.put(newest, entriesUpTo(one, newest));
            }
            reading.join();

            assertThat(seen).hasSizeGreaterThan(2);
            seen.forEach((newest, entries) -> assertThat(entriesUpTo(other, newest))
                    .as("up to %d", newest)
                    .isEqualTo(entries));
            assertThat(entriesUpTo(one, Long.MAX_VALUE)).isEqualTo(before + READERS * READS);
            var times = one.jdbc()
                    .sql("SELECT accessed_at FROM access.entry ORDER BY number")
                    .query(OffsetDateTime.class)
                    .list();
            assertThat(new ArrayList<>(times)).isSorted();
        }
    }

    private static void read(QueryService node) {
        for (var n = 0; n < READS; n++) {
            assertThat(node.ask("/v1/subjects/planted-shared/consents").status())
                    .isEqualTo(200);
        }
    }

    private static long entriesUpTo(QueryService node, long number) {
        return node.jdbc()
                .sql("SELECT count(*) FROM access.entry WHERE number <= ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
