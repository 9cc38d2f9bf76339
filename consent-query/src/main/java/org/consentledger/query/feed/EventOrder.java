package org.consentledger.query.feed;

/** Which events a page begins with. */
enum EventOrder {
    NEWEST,
    OLDEST
}
