/** JSON Web Signatures in compact form (RFC 7515) with the log's keys. */
@NullMarked
package org.consentledger.log.jws;

import org.jspecify.annotations.NullMarked;
