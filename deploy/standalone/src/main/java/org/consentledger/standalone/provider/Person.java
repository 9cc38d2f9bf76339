package org.consentledger.standalone.provider;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consentledger.standalone.token.Role;

/**
 * Somebody who may sign in.
 *
 * @param role by whose name they do, and what they may
 */
public record Person(Role role, String password) {

    /** Those of people; the others belong to programs. */
    public static final List<Role> ROLES = List.of(Role.AUDITOR, Role.OPERATOR);

    /** Letters and digits that nobody takes for one another: five bits each. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    /** A new password, as it is kept: a line of ASCII, with 100 bits of randomness. */
    public static byte[] newPassword() {
        var random = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> group(random))
                .collect(Collectors.joining("-", "", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String group(SecureRandom random) {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    String name() {
        return role.id();
    }

    /** What their tokens may be used for at the most. */
    Set<String> scopes() {
        return Set.of(role.scope().split(" "));
    }

    /** Not the password. */
    @Override
    public String toString() {
        return name();
    }
}
