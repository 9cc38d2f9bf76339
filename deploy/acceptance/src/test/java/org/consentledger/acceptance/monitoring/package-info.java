/** What operators watch the ledger with: rules, alerts, runbooks and dashboards, each held to the running ledger. */
package org.consentledger.acceptance.monitoring;
