package io.hefu.demo.company.books;

/** A stage of the sale as the CRM writes it, how many leads are in it, and what it is called after the CRM's upgrade. */
public enum Stage {
    FIRST_CONTACT("待联系", "to-contact", 60),
    NEED_CONFIRMED("需求确认", "need-confirmed", 70),
    OFFER("已报价", "quoted", 90),
    TECHNICAL_REVIEW("技术评审", "tech-review", 50),
    NEGOTIATION("商务谈判", "negotiating", 49),
    SIGNED("已签约", "signed", 110),
    LOST("输单", "lost", 70),
    /** Someone typed it once; no dictionary knows it. */
    UNKNOWN("待老板定", "待老板定", 1);

    private final String title;
    private final String afterUpgrade;
    private final int leads;

    Stage(String title, String afterUpgrade, int leads) {
        this.title = title;
        this.afterUpgrade = afterUpgrade;
        this.leads = leads;
    }

    public String title() {
        return title;
    }

    public String afterUpgrade() {
        return afterUpgrade;
    }

    int leads() {
        return leads;
    }

    boolean hasOffer() {
        return ordinal() >= OFFER.ordinal() && this != UNKNOWN;
    }

    boolean needsOfferPdf() {
        return hasOffer() && this != LOST;
    }
}
