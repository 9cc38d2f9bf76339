package org.consentledger.query.projection;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** Lets operators see how projections stand and build them anew: {@code /actuator/projections} on the management port. */
@WebEndpoint(id = "projections")
final class ProjectionsEndpoint {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Projections projections;
    private final Rebuilds rebuilds;

    ProjectionsEndpoint(Projections projections, Rebuilds rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    @ReadOperation
    List<ProjectionState> all() {
        return projections.states();
    }

    @ReadOperation
    WebEndpointResponse<ProjectionState> one(@Selector String name) {
        return projections
                .state(name)
                .map(WebEndpointResponse::new)
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    /** Starts a rebuild: 202 with its progress, 409 with the progress of the one that is running already. */
    @WriteOperation
    WebEndpointResponse<Object> rebuild(@Selector String name) {
        var projection = projections.named(name);
        if (projection.isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        Optional<RebuildProgress> started = rebuilds.start(projection.get());
        return started.<WebEndpointResponse<Object>>map(progress -> new WebEndpointResponse<>(progress, ACCEPTED))
                .orElseGet(
                        () -> new WebEndpointResponse<>(rebuilds.progress(name).orElse(null), CONFLICT));
    }
}
