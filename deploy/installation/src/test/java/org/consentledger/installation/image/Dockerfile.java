package org.consentledger.installation.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Dockerfile's instructions, in order. */
record Dockerfile(List<Instruction> instructions) {

    /** @param arguments as they stand there, lines joined */
    record Instruction(String name, String arguments) {

        List<String> words() {
            return List.of(arguments.split("\\s+"));
        }
    }

    /** What stands from one {@code FROM} to the next. */
    record Stage(String name, String base, List<Instruction> instructions) {

        List<Instruction> all(String name) {
            return instructions.stream()
                    .filter(instruction -> instruction.name().equals(name))
                    .toList();
        }
    }

    static Dockerfile of(String text) {
        var instructions = new ArrayList<Instruction>();
        var joined = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .reduce(
                        "",
                        (lines, line) ->
                                lines + (line.endsWith("\\") ? line.substring(0, line.length() - 1) : line + "\n"));
        joined.lines().forEach(line -> {
            var parts = line.split("\\s+", 2);
            instructions.add(new Instruction(parts[0], parts[1].strip()));
        });
        return new Dockerfile(List.copyOf(instructions));
    }

    List<Stage> stages() {
        var stages = new ArrayList<Stage>();
        var current = new ArrayList<Instruction>();
        for (var instruction : instructions) {
            if (instruction.name().equals("FROM")) {
                current = new ArrayList<>();
                var words = instruction.words();
                var name = words.size() == 3
                                && words.get(1).toUpperCase(Locale.ROOT).equals("AS")
                        ? words.get(2)
                        : "";
                stages.add(new Stage(name, words.getFirst(), current));
            } else {
                current.add(instruction);
            }
        }
        return List.copyOf(stages);
    }
}
