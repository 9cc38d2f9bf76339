package org.consentledger.bench.workload;

/** The notice and the recipient that every contender is told of first: as many as the commands need. */
public final class BenchCatalogue {

    public static final String NOTICE = "bench";
    public static final String VERSION = "2016-10";
    public static final String PURPOSE = "business-notices";
    public static final String CATEGORY = "contact";
    public static final String RECIPIENT = "mailing-house";

    /** Body of publish-notice. The home area is named by its country: no contender needs a legal register for it. */
    public static final String PUBLISH_NOTICE = """
            {"notice":"bench","version":"2016-10","effectiveFrom":"2016-10-01T00:00:00Z","asksAgain":false,"homeArea":["IT"],
             "texts":[{"language":"en","sha256":"7431bb61023a07adc842d5004b1823e8cf7f3fcbd8d2949987ecdb029dfccf22"}],
             "purposes":[{"purpose":"business-notices","basis":"CONSENT","form":"EXPLICIT","dataCategories":["contact"],
             "recipientClasses":["SUB_SUPPLIER"],"crossBorderConsent":null,"validFor":null}]}""";

    /** Body of register-recipient. */
    public static final String REGISTER_RECIPIENT =
            "{\"recipient\":\"mailing-house\",\"name\":\"Mailing house\",\"class\":\"SUB_SUPPLIER\",\"country\":\"IT\"}";

    private BenchCatalogue() {}
}
