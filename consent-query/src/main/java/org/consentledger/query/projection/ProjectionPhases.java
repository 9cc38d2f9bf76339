package org.consentledger.query.projection;

import org.axonframework.spring.config.SpringAxonConfiguration;

/** The order in which the parts of this service start; they stop in the opposite order. */
final class ProjectionPhases {

    /** First what others wait on. Still before Axon's own parts stop, and after the web server did. */
    static final int HEAD = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    /** Says what the processors are to claim. */
    static final int SHARING = HEAD + 1;

    static final int PROCESSORS = SHARING + 1;

    static final int REBUILDS = PROCESSORS + 1;

    static final int SAMPLER = REBUILDS + 1;

    private ProjectionPhases() {}
}
