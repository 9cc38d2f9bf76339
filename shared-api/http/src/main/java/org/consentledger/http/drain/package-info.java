/** How a service leaves: it says so, keeps answering for a while, and only then takes nothing more. */
@NullMarked
package org.consentledger.http.drain;

import org.jspecify.annotations.NullMarked;
