package org.consentledger.query.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/** Axon's tokens, of which this node claims only what is for it to claim, and never while it stores one. */
final class SharedTokens extends JdbcTokenStore {

    private final Predicate<String> isMine;

    /** @param isMine tells by a processor's name whether this node is to run it, at this moment */
    SharedTokens(Builder builder, Predicate<String> isMine) {
        super(builder);
        this.isMine = isMine;
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return isMine.test(processor) ? super.fetchAvailableSegments(processor) : List.of();
    }

    /**
     * Left to itself, Axon would claim a token here that nobody holds, and write down what it was to store: after a pause in which
     * another node had the token and gave it back, that would set the projection back.
     */
    @Override
    protected void updateToken(
            Connection connection, ResultSet row, TrackingToken token, String processor, int segment) {
        throw new UnableToClaimTokenException("the claim on projection " + processor + " was lost");
    }
}
