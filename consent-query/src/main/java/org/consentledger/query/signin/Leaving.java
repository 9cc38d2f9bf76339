package org.consentledger.query.signin;

/**
 * What the page says from which a browser goes on to the provider by itself.
 *
 * @param key of the sentence on what happens
 * @param uri where it goes
 * @param provider that host, for people
 */
record Leaving(String key, String uri, String provider) {}
