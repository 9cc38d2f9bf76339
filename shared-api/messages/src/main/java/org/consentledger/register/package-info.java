/** What the law says, as data: areas, adequacy decisions and certification frameworks with their validity. */
@NullMarked
package org.consentledger.register;

import org.jspecify.annotations.NullMarked;
