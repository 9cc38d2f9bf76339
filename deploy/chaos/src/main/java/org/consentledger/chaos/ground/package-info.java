/** What is disturbed: PostgreSQL, the services as processes of their own, and the network between them. */
@NullMarked
package org.consentledger.chaos.ground;

import org.jspecify.annotations.NullMarked;
