package org.consentledger.http.setting;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the sentence instead of a stack trace. */
final class HttpSettingFailureAnalyzer extends AbstractFailureAnalyzer<HttpSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HttpSettingException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
