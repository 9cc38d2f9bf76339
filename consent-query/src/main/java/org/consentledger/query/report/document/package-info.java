/** Reports as PDF and as tables: what every report needs to become a file. */
@NullMarked
package org.consentledger.query.report.document;

import org.jspecify.annotations.NullMarked;
