/** May this recipient get this subject's data for this purpose? The rules and their verdict. */
@NullMarked
package org.consentledger.transfer;

import org.jspecify.annotations.NullMarked;
