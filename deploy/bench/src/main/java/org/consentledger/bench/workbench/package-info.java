/** What every measurement works with. */
@NullMarked
package org.consentledger.bench.workbench;

import org.jspecify.annotations.NullMarked;
