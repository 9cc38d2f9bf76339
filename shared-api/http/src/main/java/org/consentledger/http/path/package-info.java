/** What a request's path may hold. */
@NullMarked
package org.consentledger.http.path;

import org.jspecify.annotations.NullMarked;
