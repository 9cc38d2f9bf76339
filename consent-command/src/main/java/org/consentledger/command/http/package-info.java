/** How a command comes in over HTTP and how it is answered. */
@NullMarked
package org.consentledger.command.http;

import org.jspecify.annotations.NullMarked;
