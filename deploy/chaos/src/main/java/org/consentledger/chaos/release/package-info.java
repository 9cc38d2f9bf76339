/** Another release of the services, and how nodes of this one get on with it. */
@NullMarked
package org.consentledger.chaos.release;

import org.jspecify.annotations.NullMarked;
