/** TLS on both ports of a service, with certificates that are renewed while it runs. */
@NullMarked
package org.consentledger.http.tls;

import org.jspecify.annotations.NullMarked;
