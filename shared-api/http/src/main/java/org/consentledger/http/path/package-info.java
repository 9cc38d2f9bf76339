/** What a request's first line may hold: path, query and version. */
@NullMarked
package org.consentledger.http.path;

import org.jspecify.annotations.NullMarked;
