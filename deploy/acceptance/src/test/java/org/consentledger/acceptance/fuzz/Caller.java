package org.consentledger.acceptance.fuzz;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are and reads what comes back. Not safe for several threads. */
final class Caller implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final Address address;
    private @Nullable Line line;

    Caller(Address address) {
        this.address = address;
    }

    private record Line(Socket socket, Deadline deadline, AnswerReader answers) {

        static Line to(Address address) throws IOException {
            var socket = new Socket(address.host(), address.port());
            socket.setTcpNoDelay(true);
            var deadline = new Deadline(socket);
            return new Line(socket, deadline, new AnswerReader(deadline));
        }

        void send(byte[] bytes) throws IOException {
            deadline.begin(ANSWER_WITHIN);
            socket.getOutputStream().write(bytes);
        }
    }

    /** On a connection that is kept for the next one: one request, one answer. */
    Answer ask(Message message) throws IOException {
        var reused = line != null;
        var answer = attempt(message);
        if (answer.isEmpty() && reused) {
            // the service had ended the connection before this request came
            answer = attempt(message);
        }
        return answer.orElseThrow(() -> new IOException("no answer"));
    }

    private Optional<Answer> attempt(Message message) throws IOException {
        var open = line == null ? Line.to(address) : line;
        line = open;
        open.send(message.bytes(address));
        var answer = open.answers().read(message.isHead());
        if (answer.isEmpty() || answer.get().endsTheConnection()) {
            close();
        }
        return answer;
    }

    /** On a connection of its own that this side ends after the last byte: everything that is answered. */
    List<Answer> askAlone(Message message) throws IOException {
        var own = Line.to(address);
        try (var socket = own.socket()) {
            var answers = new ArrayList<Answer>();
            own.send(message.bytes(address));
            socket.shutdownOutput();
            for (var next = own.answers().read(message.isHead());
                    next.isPresent();
                    next = own.answers().read(message.isHead())) {
                answers.add(next.get());
            }
            return answers;
        }
    }

    @Override
    public void close() throws IOException {
        if (line != null) {
            line.socket().close();
            line = null;
        }
    }
}
