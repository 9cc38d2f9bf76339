/** How answers name the events that they rest on. */
@NullMarked
package org.consentledger.query.citation;

import org.jspecify.annotations.NullMarked;
