/** What one connection may cost: its number of headers, the time it takes to send them, and what it leaves unread. */
@NullMarked
package org.consentledger.http.connection;

import org.jspecify.annotations.NullMarked;
