/** What operators set: the page that documents it, held to the code, and what is told of each wrong value. */
@NullMarked
package org.consentledger.acceptance.configuration;

import org.jspecify.annotations.NullMarked;
