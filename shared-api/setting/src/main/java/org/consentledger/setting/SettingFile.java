package org.consentledger.setting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a setting names. */
public final class SettingFile {

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
            throw new SettingException(variable + " names " + file
                    + ", which cannot be read: it must be a file that the" + " service's user may read.");
        }
        return file;
    }

    /**
     * As {@link #readable(String, Path)}.
     *
     * @throws SettingException besides, if the text is no path
     */
    public static @Nullable Path readable(String variable, String file) {
        try {
            return readable(variable, Path.of(file));
        } catch (InvalidPathException e) {
            throw new SettingException(variable + " is no path on this machine.", e);
        }
    }
}
