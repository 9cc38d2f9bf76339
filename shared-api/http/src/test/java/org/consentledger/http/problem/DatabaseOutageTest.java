package org.consentledger.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest {

    private final ProblemSource outage = new DatabaseOutage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53300", "53100", "57P01", "57P03", "57014", "55P03", "40001", "40P01", "25P03",
                "25006"
            })
    void aDatabaseThatIsAwayIsFoundUnderWhateverWrapsIt(String state) {
        assertComesBack(new IllegalStateException(new IllegalStateException(new SQLException("SECRET", state))));
    }

    @ParameterizedTest
    @MethodSource("withoutState")
    void soIsOneThatGaveNoState(Exception exception) {
        assertComesBack(exception);
    }

    static Stream<Exception> withoutState() {
        return Stream.of(
                new IllegalStateException(new SQLTransientConnectionException("the pool is exhausted")),
                new IllegalStateException(new SQLException("Connection is closed")),
                new CannotCreateTransactionException("SECRET", new SQLException("closed")),
                new DataAccessResourceFailureException("SECRET"),
                new PessimisticLockingFailureException("SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001", "40002", "57000", "8", ""})
    void aDefectIsNoOutage(String state) {
        assertThat(outage.problemOf(
                        new IllegalStateException(new SQLException("", state)), new MockHttpServletRequest()))
                .isEmpty();
    }

    @Test
    void whoeverChangesSomethingLearnsHowToSendItAgain() {
        var exception = new IllegalStateException(new SQLException("", "08006"));

        assertThat(outage.problemOf(exception, new MockHttpServletRequest("POST", "/")))
                .hasValueSatisfying(
                        problem -> assertThat(problem.detail()).contains("again with the same Idempotency-Key"));
        assertThat(outage.problemOf(exception, new MockHttpServletRequest("GET", "/")))
                .hasValueSatisfying(
                        problem -> assertThat(problem.detail()).isEqualTo(ProblemCode.UNAVAILABLE.summary()));
    }

    @Test
    void aCircleOfCausesEnds() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(outage.problemOf(one, new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void itIsLoggedInOneLineWithoutMessages(CapturedOutput output) {
        outage.problemOf(
                new IllegalStateException("SECRET", new SQLException("SECRET", "08006")), new MockHttpServletRequest());

        assertThat(output.getAll().lines())
                .singleElement()
                .asString()
                .contains("WARN", "08006")
                .doesNotContain("SECRET");
    }

    private void assertComesBack(Exception exception) {
        assertThat(outage.problemOf(exception, new MockHttpServletRequest("POST", "/")))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE);
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.headers()).containsKey("Retry-After");
                    assertThat(problem.detail()).doesNotContain("SECRET");
                });
    }
}
