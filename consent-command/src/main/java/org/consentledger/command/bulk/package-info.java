/** Many commands in one request: lines in, answers out, in order, as long as there are any. */
@NullMarked
package org.consentledger.command.bulk;

import org.jspecify.annotations.NullMarked;
