package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invents the opportunities, their documents and their offers. */
final class SalesMaker {
    private static final int OFFERS = 500;
    private static final int NEWEST = 5;
    private static final int OLDEST = 400;

    private final Dice dice;
    private final Calendar calendar;
    private final LineMaker goods;
    private final Numbers numbers = new Numbers();
    private final List<Offer> offers = new ArrayList<>();
    private int attachments = 1000;
    private boolean offerWithoutPdfMade;

    SalesMaker(Dice dice, Calendar calendar, LineMaker goods) {
        this.dice = dice;
        this.calendar = calendar;
        this.goods = goods;
    }

    /** Leads, in the order of their creation. Call once, before {@link #offers}. */
    List<Lead> leads(List<Customer> customers) {
        List<Customer> any = customers.stream().filter(Cast::mayHaveLeads).toList();
        List<Customer> signing = customers.stream().filter(Cast::maySign).toList();
        List<Stage> stages = shuffledStages();
        List<LocalDate> days = days(stages.size());
        List<Lead> made = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            Customer customer = i < 3 && stage != Stage.SIGNED
                    ? customers.get(Cast.THREE_SPELLINGS)
                    : dice.pick(stage == Stage.SIGNED ? signing : any);
            made.add(lead(i, stage, customer, days.get(i)));
        }
        return List.copyOf(made);
    }

    private List<Stage> shuffledStages() {
        List<Stage> stages = new ArrayList<>(Stream.of(Stage.values())
                .flatMap(stage -> Collections.nCopies(stage.leads(), stage).stream())
                .toList());
        Collections.shuffle(stages, dice.random());
        return stages;
    }

    private List<LocalDate> days(int wanted) {
        return IntStream.range(0, wanted)
                .mapToObj(i -> calendar.today().minusDays(dice.between(NEWEST, OLDEST)))
                .sorted()
                .toList();
    }

    private Lead lead(int index, Stage stage, Customer customer, LocalDate created) {
        String number = numbers.next("SJ", created, 4);
        LocalDate since = calendar.notAhead(created.plusDays(dice.between(0, 20)));
        LocalDate contact = calendar.notAhead(since.plusDays(dice.between(0, 12)));
        Lead lead = new Lead(
                index + 1001,
                number,
                customer.shortName() + " " + dice.pick(List.of("年度采购", "新线配套", "样品试单", "产线改造", "补货", "旺季备货")),
                customer,
                stage,
                new BigDecimal(dice.between(20, 900) * 1000L).setScale(2, RoundingMode.UNNECESSARY),
                created,
                since,
                contact,
                calendar.today().plusDays(dice.between(5, 120)),
                stage == Stage.SIGNED || stage == Stage.LOST
                        ? ""
                        : dice.pick(List.of("电话回访", "寄样品", "等老板审批", "拜访", "")),
                dice.pick(Names.CHANNELS),
                List.of(),
                calendar.during(contact));
        return withDocuments(withOffer(lead));
    }

    /** What was offered is what the opportunity is worth. */
    private Lead withOffer(Lead lead) {
        if (!lead.stage().hasOffer()) {
            return lead;
        }
        Offer offer = offer(Optional.of(lead), lead.customer(), 1, goods.lines(lead.customer()), lead.stageSince());
        offers.add(offer);
        return with(lead, offer.gross(), lead.attachments());
    }

    private Lead withDocuments(Lead lead) {
        List<Attachment> documents = new ArrayList<>();
        if (lead.stage() == Stage.OFFER && !offerWithoutPdfMade) {
            offerWithoutPdfMade = true;
            documents.add(document(lead, Attachment.TECHNICAL, "doc", "application/msword"));
        } else if (lead.stage().needsOfferPdf()) {
            documents.add(document(lead, Attachment.OFFER, "pdf", "application/pdf"));
        }
        if (lead.stage() == Stage.TECHNICAL_REVIEW) {
            documents.add(document(lead, Attachment.TECHNICAL, "doc", "application/msword"));
        }
        if (lead.stage() == Stage.SIGNED) {
            boolean photo = dice.chance(0.5);
            documents.add(document(
                    lead, Attachment.CONTRACT, photo ? "jpg" : "pdf", photo ? "image/jpeg" : "application/pdf"));
        }
        if (lead.stage() == Stage.NEED_CONFIRMED && dice.chance(0.3)) {
            documents.add(document(lead, Attachment.MINUTES, "pdf", "application/pdf"));
        }
        return with(lead, lead.amount(), documents);
    }

    private Attachment document(Lead lead, String kind, String ending, String mediaType) {
        attachments++;
        return new Attachment(
                attachments,
                kind + "_" + lead.number() + "." + ending,
                kind,
                mediaType,
                dice.between(20, 900) * 1024,
                lead.stageSince());
    }

    private static Lead with(Lead lead, BigDecimal amount, List<Attachment> documents) {
        return new Lead(
                lead.id(),
                lead.number(),
                lead.name(),
                lead.customer(),
                lead.stage(),
                amount,
                lead.createdOn(),
                lead.stageSince(),
                lead.lastContact(),
                lead.expectedClose(),
                lead.nextAction(),
                lead.channel(),
                documents,
                lead.updated());
    }

    private Offer offer(Optional<Lead> lead, Customer customer, int version, List<Line> lines, LocalDate issued) {
        String stem = lead.map(of -> of.number().replace("SJ", "BJ")).orElse("BJ-" + issued.getYear() + "-9001");
        return new Offer(
                0,
                stem + "-" + version,
                lead,
                customer,
                version,
                status(lead),
                issued,
                issued.plusDays(60),
                lines,
                calendar.during(issued));
    }

    private String status(Optional<Lead> lead) {
        Stage stage = lead.map(Lead::stage).orElse(Stage.OFFER);
        return stage == Stage.SIGNED ? "已接受" : stage == Stage.LOST ? "已失效" : dice.chance(0.1) ? "草稿" : "已发送";
    }

    /** All offers with their ids: the first versions, second ones until there are enough, and one for the late customer. */
    List<Offer> offers(List<Customer> customers) {
        List<Offer> second = new ArrayList<>();
        for (Offer first : offers) {
            boolean signed = first.lead().map(Lead::stage).orElse(Stage.LOST) == Stage.SIGNED;
            if (!signed && offers.size() + second.size() < OFFERS - 1) {
                LocalDate issued = calendar.notAhead(first.issuedOn().plusDays(dice.between(1, 9)));
                second.add(offer(first.lead(), first.customer(), 2, goods.cheaper(first.lines(), "0.97"), issued));
            }
        }
        Customer late = customers.get(Cast.LATE);
        Offer waiting = offer(
                Optional.empty(), late, 1, goods.lines(late), calendar.today().minusDays(2));
        List<Offer> all = Stream.of(offers.stream(), second.stream(), Stream.of(waiting))
                .flatMap(some -> some)
                .sorted(Comparator.comparing(Offer::issuedOn).thenComparing(Offer::number))
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> numbered(all.get(i), i + 1001))
                .toList();
    }

    private static Offer numbered(Offer o, int id) {
        return new Offer(
                id,
                o.number(),
                o.lead(),
                o.customer(),
                o.version(),
                o.status(),
                o.issuedOn(),
                o.validUntil(),
                o.lines(),
                o.updated());
    }
}
