package org.consentledger.bench.baseline.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.bench.baseline.Accepted;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.NoticeRules;
import org.consentledger.notice.PublishNotice;
import org.jspecify.annotations.Nullable;

/** One notice: all its versions. */
@Aggregate(commandTargetResolver = "streamTarget")
class NoticeStream {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String streamId;

    private final List<Notice> versions = new ArrayList<>();

    NoticeStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(PublishNotice command) {
        return Accepted.recorded(NoticeRules.decide(command, versions));
    }

    @EventSourcingHandler
    void on(NoticePublished event) {
        streamId = Notice.streamId(event.notice().notice());
        versions.add(event.notice());
    }
}
