package org.consentledger.standalone.scenario;

import java.util.function.Supplier;

/**
 * Access tokens (RFC 6750) of whoever plays a scenario; asked for anew with each request, as they are short-lived.
 *
 * @param commands of somebody who may send every command
 * @param queries of an auditor
 */
public record Credentials(Supplier<String> commands, Supplier<String> queries) {}
