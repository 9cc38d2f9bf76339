/** A PostgreSQL of our own: unpacked, created, started and stopped without the user having to install anything. */
@NullMarked
package org.consentledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
