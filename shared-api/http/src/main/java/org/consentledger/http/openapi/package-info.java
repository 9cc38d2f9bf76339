/** The OpenAPI 3.1 description, generated from the controllers. */
@NullMarked
package org.consentledger.http.openapi;

import org.jspecify.annotations.NullMarked;
