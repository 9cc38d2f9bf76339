/**
 * The frame of the pages for people: layout, menu, problems as pages, scripts and styles. Capabilities keep their pages in
 * packages of their own, which know this one; it knows none of them.
 */
@NullMarked
package org.consentledger.query.console;

import org.jspecify.annotations.NullMarked;
