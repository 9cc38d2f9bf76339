package org.consentledger.ledger.start;

import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.consentledger.setting.SettingException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Proves, on the database itself, that a service's login can do what the service needs and can't change what is
 * recorded. A service that nothing would keep from changing events does not start.
 */
public final class DatabaseGuards {

    private final DatabaseRole role;
    private final DatabaseLogin login;

    public DatabaseGuards(DatabaseRole role, DatabaseLogin login) {
        this.role = role;
        this.login = login;
    }

    /**
     * Connections in the service's role; without a role if the server has none yet.
     *
     * @throws SettingException if the database can't be reached, or the login could do too much or not take its role on
     */
    public DataSource connections() {
        return with(login.connections(), plain -> {
            if (!isMade(plain)) {
                return login.connections();
            }
            Excess.of(plain, role).ifPresent(excess -> {
                throw new SettingException(excess.told(role));
            });
            requireMembership(plain);
            return login.connections(role);
        });
    }

    /**
     * To be asked when the tables are there.
     *
     * @param pool what the service will work with; it must be in the role as well
     * @throws SettingException besides, if the role can't do enough
     */
    public void require(DataSource pool) {
        with(connections(), inRole -> {
            role.needs().forEach(need -> require(inRole, need));
            return inRole;
        });
        requireRole(JdbcClient.create(pool));
    }

    private static <T> T with(DataSource connections, Function<JdbcClient, T> work) {
        try (var connection = connections.getConnection()) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException | DataAccessException e) {
            throw SettingException.because("the ledger's database cannot be asked what the service may do", e);
        }
    }

    private boolean isMade(JdbcClient plain) {
        return plain.sql("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")
                .param(role.sqlName())
                .query(Boolean.class)
                .single();
    }

    private void requireMembership(JdbcClient plain) {
        try {
            plain.sql("SET ROLE " + role.sqlName()).update();
        } catch (DataAccessException e) {
            throw new SettingException(
                    role.service() + "'s database login may not take on the role " + role.sqlName() + "; run GRANT "
                            + role.sqlName() + " TO " + member(plain) + ";",
                    e);
        }
    }

    /** Since PostgreSQL 16 there are members who may not take a role on. */
    private static String member(JdbcClient login) {
        return login.sql("""
                SELECT quote_ident(session_user)
                       || CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN ' WITH SET TRUE' ELSE '' END
                """).query(String.class).single();
    }

    private void require(JdbcClient inRole, Need need) {
        if (!inRole.sql("SELECT " + need.isMet()).query(Boolean.class).single()) {
            throw new SettingException(role.service() + " lacks something in its database; as the owner of the ledger's"
                    + " tables run " + need.mend().formatted(role.sqlName()) + ";");
        }
    }

    private void requireRole(JdbcClient pool) {
        var current = pool.sql("SELECT current_user").query(String.class).single();
        if (!current.equals(role.sqlName())) {
            throw new SettingException(role.service() + "'s sessions are not in the role " + role.sqlName()
                    + ": the setting spring.datasource.hikari.data-source-properties.options must not be changed.");
        }
    }
}
