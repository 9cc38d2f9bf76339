package org.consentledger.bench.baseline;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the application serves. */
@RestController
class ReadyController {

    @GetMapping("/ready")
    String ready() {
        return "ready";
    }
}
