package org.consentledger.bench.workbench;

import org.consentledger.bench.load.Wire;
import org.consentledger.bench.report.Figures;
import org.consentledger.bench.server.Servers;

/** Everything a measurement needs. */
public record Workbench(Servers servers, Ledgers ledgers, Wire wire, Scale scale, Progress progress, Figures figures) {}
