package org.consentledger.setting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a setting names. */
public final class SettingFile {

    private static final String WANTED = "it must be a file that the service's user may read.";

    private SettingFile() {}

    /**
     * The path as it is; null if there is none or if it is empty.
     *
     * @param variable that names it
     * @throws SettingException if there is no such file, or this process may not read it
     */
    public static @Nullable Path readable(String variable, @Nullable Path file) {
        if (file == null || file.toString().isEmpty()) {
            return null;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new SettingException(variable + " names " + file + ", which cannot be read: " + WANTED);
        }
        return file;
    }

    /**
     * As {@link #readable}, for a file that holds a secret. What is no such file is not repeated: it may be the secret itself, put there
     * by mistake.
     *
     * @throws SettingException if there is no such file, or this process may not read it
     */
    public static @Nullable Path secret(String variable, @Nullable Path file) {
        if (file == null || file.toString().isEmpty()) {
            return null;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unreadableSecret(variable);
        }
        return file;
    }

    /** As {@link #secret(String, Path)}; what is no path at all is not repeated either. */
    public static @Nullable Path secret(String variable, String file) {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            // its message repeats what is no path
            throw unreadableSecret(variable);
        }
        return secret(variable, path);
    }

    private static SettingException unreadableSecret(String variable) {
        return new SettingException(variable + " names a file that cannot be read: " + WANTED);
    }
}
