package org.consentledger.ledger.keyring;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subjects without services around them, under keys that all tests share. */
public final class SubjectsUnderTest {

    private static final KeyEncryptionKeys KEKS =
            KeyEncryptionKeys.load(LedgerDatabase.keyEncryptionKeyFile().toString(), List.of());

    private static final SubjectLookups LOOKUPS = LookupKeyFile.load(LedgerDatabase.subjectKeyFile());

    private SubjectsUnderTest() {}

    public static Subjects on(DataSource dataSource) {
        return new Subjects(LOOKUPS, new SubjectTable(JdbcClient.create(dataSource)), KEKS);
    }

    public static SubjectDirectory directory(DataSource dataSource) {
        return new SubjectDirectory(LOOKUPS, new SubjectTable(JdbcClient.create(dataSource)), KEKS);
    }

    /** The same key for the same number. */
    public static SubjectKey key(int number) {
        var secret = new byte[SubjectKey.BYTES];
        secret[0] = (byte) number;
        return SubjectKey.of(secret);
    }

    /** Somebody new whose pseudonym a test has chosen. */
    public static Subject beginning(SubjectId id) {
        return beginning(id, UUID.randomUUID());
    }

    /** The same, found under this. */
    public static Subject beginning(SubjectId id, UUID lookup) {
        var key = SubjectKey.generate();
        var claim = new Subject.Claim(KEKS.wrap(key, id.value()), null, true);
        return new Subject(lookup, id, key, null, null, claim);
    }
}
