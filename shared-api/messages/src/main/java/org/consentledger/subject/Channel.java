package org.consentledger.subject;

/** The way by which the subject's word reached the controller. */
public enum Channel {
    PRINTED_FORM,
    WEB_FORM,
    EMAIL,
    PHONE,
    COOKIE_BANNER,
    /** A signal the browser sends by itself, such as Sec-GPC (Global Privacy Control). */
    BROWSER_SIGNAL,
    API
}
