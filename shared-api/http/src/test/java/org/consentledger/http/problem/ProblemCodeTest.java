package org.consentledger.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    @ParameterizedTest
    @EnumSource
    void everyRejectionIsAProblemOfTheSameCode(RejectionCode code) {
        var problem = Problem.of(new Rejection(code, "/field", "why"));

        assertThat(problem.code().name()).isEqualTo(code.name());
        assertThat(problem.status())
                .isEqualTo(
                        switch (code.kind()) {
                            case INVALID -> 422;
                            case CONFLICT -> 409;
                        });
        assertThat(problem.detail()).isEqualTo("why");
        assertThat(problem.faults()).containsExactly(new Fault("/field", null, null, code.name(), "why"));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasATypeAndASentence(ProblemCode code) {
        assertThat(code.type()).matches("urn:consent-ledger:problem:[a-z-]+");
        assertThat(code.summary()).endsWith(".").hasSizeLessThan(160);
        assertThat(code.status()).isBetween(400, 503);
    }

    @Test
    void anErrorOfWhichOnlyTheStatusIsKnownKeepsIt() {
        for (var status = 400; status < 600; status++) {
            var problem = Problem.ofStatus(status);
            // what the container does not implement is the caller's fault
            var isCallersFault = status == 501 || status == 505;
            assertThat(problem.status()).isEqualTo(isCallersFault ? 400 : status);
            assertThat(problem.code().status() / 100).as("%s", status).isIn(status / 100, 4);
        }
    }

    @Test
    void summariesDiffer() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::summary))
                .doesNotHaveDuplicates();
    }
}
