package org.consentledger.query.access;

import java.util.List;

/**
 * A page of the access log.
 *
 * @param accesses in order of access
 */
record AccessesView(List<AccessView> accesses) {}
