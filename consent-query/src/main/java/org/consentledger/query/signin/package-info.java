/**
 * Signing in to the console with an OpenID provider: authorization code with PKCE. Nothing of it is kept here; the browser
 * keeps its access token in a cookie.
 */
@NullMarked
package org.consentledger.query.signin;

import org.jspecify.annotations.NullMarked;
