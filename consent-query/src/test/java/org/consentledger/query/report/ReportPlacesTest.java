package org.consentledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.consentledger.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ReportPlacesTest {

    private final ReportPlaces places = new ReportPlaces(new ReportProperties(1));

    @Test
    void whoeverFindsNoPlaceInTimeComesAgain() throws Exception {
        var isTaken = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = others.submit(() -> places.make(() -> {
                isTaken.countDown();
                return endedBy(mayEnd);
            }));
            isTaken.await();
            assertThatThrownBy(() -> places.make(() -> "second")).isInstanceOf(ProblemException.class);

            mayEnd.countDown();
            assertThat(first.get()).isEqualTo("first");
            assertThat(places.make(() -> "third")).isEqualTo("third");
        }
    }

    @Test
    void aReportThatFailsGivesItsPlaceBack() {
        assertThatThrownBy(() -> places.make(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(places.make(() -> "next")).isEqualTo("next");
    }

    private static String endedBy(CountDownLatch signal) {
        try {
            signal.await();
            return "first";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
