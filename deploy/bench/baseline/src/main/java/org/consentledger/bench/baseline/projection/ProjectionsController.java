package org.consentledger.bench.baseline.projection;

import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the bench see how far the tracking processors have come, and start them over. */
@RestController
@ConditionalOnBooleanProperty("baseline.projections")
class ProjectionsController {

    private static final List<String> NAMES = List.of("consents", "transfers");

    private final EventProcessingConfiguration processing;

    ProjectionsController(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    @GetMapping("/projections")
    List<State> all() {
        return NAMES.stream().map(this::state).toList();
    }

    @PostMapping("/projections")
    List<State> startOver() {
        NAMES.forEach(name -> {
            var processor = processor(name);
            processor.shutDown();
            processor.resetTokens();
        });
        NAMES.forEach(name -> processor(name).start());
        return all();
    }

    private State state(String name) {
        var segments = processor(name).processingStatus().values();
        return new State(
                name,
                segments.stream()
                        .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                        .min()
                        .orElse(-1),
                !segments.isEmpty() && segments.stream().allMatch(EventTrackerStatus::isCaughtUp));
    }

    private TrackingEventProcessor processor(String name) {
        return processing
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException(name + " is not driven by a tracking processor"));
    }

    /** @param position of the last event handled, as the processor counts them; -1 when there is none */
    record State(String name, long position, boolean caughtUp) {}
}
