/** HTTP requests to the services, and as whom they are sent. */
@NullMarked
package org.consentledger.chaos.call;

import org.jspecify.annotations.NullMarked;
