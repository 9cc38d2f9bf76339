package org.consentledger.command.notice;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.Recording;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.NoticeRules;
import org.consentledger.notice.PublishNotice;
import org.jspecify.annotations.Nullable;

/** One notice's stream: all its versions. */
@Aggregate(type = "Notice", commandTargetResolver = "streamTarget", lockFactory = "streamLocks")
final class NoticeStream {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String streamId;

    private final List<Notice> versions = new ArrayList<>();

    NoticeStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(PublishNotice command, Recording recording) {
        return recording.record(command.streamId(), NoticeRules.decide(command, versions));
    }

    @EventSourcingHandler
    void on(NoticePublished event) {
        streamId = Notice.streamId(event.notice().notice());
        versions.add(event.notice());
    }
}
