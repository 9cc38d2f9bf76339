/** How many consents are in force, by purpose. */
@NullMarked
package org.consentledger.query.census;

import org.jspecify.annotations.NullMarked;
