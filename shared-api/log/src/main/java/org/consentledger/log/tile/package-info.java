/** How the tree is cut into tiles (C2SP tlog-tiles). */
@NullMarked
package org.consentledger.log.tile;

import org.jspecify.annotations.NullMarked;
