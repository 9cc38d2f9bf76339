/** Who gets in where, tried on the running services. */
package org.consentledger.acceptance.access;
