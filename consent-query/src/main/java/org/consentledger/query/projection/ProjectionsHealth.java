package org.consentledger.query.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a projection does not advance: the service would answer, but with an ever older state. */
final class ProjectionsHealth implements HealthIndicator {

    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var name : projections.names()) {
            var trouble = projections.trouble(name);
            health.withDetail(name, trouble.orElse("running"));
            trouble.ifPresent(kind -> health.down());
        }
        return health.build();
    }
}
