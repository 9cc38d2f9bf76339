package org.consentledger.recipient;

/** What kind of party receives data; a notice's purposes name the classes they allow. */
public enum RecipientClass {
    PUBLIC_AUTHORITY,
    OUTSIDE_CONSULTANT,
    GROUP_COMPANY,
    SALES_NETWORK,
    CUSTOMER_SUPPORT,
    SUB_SUPPLIER,
    HOSTING_PROVIDER,
    ANALYTICS_PROVIDER,
    ADVERTISING_PROVIDER
}
