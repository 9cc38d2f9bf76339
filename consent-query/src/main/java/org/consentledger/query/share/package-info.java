/** Shares out work that one node at a time can do among all nodes that are alive. */
@NullMarked
package org.consentledger.query.share;

import org.jspecify.annotations.NullMarked;
