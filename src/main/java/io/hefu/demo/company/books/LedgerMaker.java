package io.hefu.demo.company.books;

import io.hefu.demo.company.books.Receipt.Allocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Works out what finance has booked: receivables of approved orders, and who has paid them. */
final class LedgerMaker {
    private static final Set<Integer> OWING = Set.of(Cast.OVERDUE, Cast.UNALLOCATED);
    private static final int PARTLY_PAID = 12;
    private static final int BOOKED_AFTER_DAYS = 10;

    /** A receivable, and the day on which how much of it was paid. */
    private record Claim(
            String number, Order order, PayTerm.Instalment instalment, LocalDate paidOn, BigDecimal paid) {}

    private final Dice dice;
    private final Calendar calendar;
    private int partlyPaid;
    private int invoices;

    LedgerMaker(Dice dice, Calendar calendar) {
        this.dice = dice;
        this.calendar = calendar;
    }

    /** The receivables and the receipts, which tie to the cent. */
    record Ledger(List<Receivable> receivables, List<Receipt> receipts) {}

    Ledger ledger(List<Order> orders, Customer whoPaidUnasked) {
        List<Claim> claims = claims(orders);
        List<Receivable> receivables = claims.stream().map(this::receivable).toList();
        return new Ledger(receivables, receipts(claims, whoPaidUnasked));
    }

    private List<Claim> claims(List<Order> orders) {
        Numbers numbers = new Numbers();
        List<Claim> claims = new ArrayList<>();
        for (Order order : orders) {
            if (order.approved() && !order.date().isAfter(calendar.today().minusDays(BOOKED_AFTER_DAYS))) {
                for (PayTerm.Instalment instalment : order.plan()) {
                    claims.add(claim(numbers.next("YS", order.date(), 5), order, instalment));
                }
            }
        }
        return claims;
    }

    private Claim claim(String number, Order order, PayTerm.Instalment instalment) {
        LocalDate due = instalment.due();
        LocalDate paidOn = latest(order.date(), calendar.notAhead(due.minusDays(dice.between(0, 5))));
        boolean past = due.isBefore(calendar.today());
        if (past && !owing(order, due)) {
            return new Claim(number, order, instalment, paidOn, instalment.amount());
        }
        boolean someWeeksAhead = due.isAfter(calendar.today().plusDays(7));
        if (someWeeksAhead && partlyPaid < PARTLY_PAID && dice.chance(0.2)) {
            partlyPaid++;
            BigDecimal part =
                    instalment.amount().multiply(new BigDecimal("0.4")).setScale(2, RoundingMode.HALF_UP);
            return new Claim(
                    number,
                    order,
                    instalment,
                    latest(order.date(), calendar.today().minusDays(2)),
                    part);
        }
        return new Claim(number, order, instalment, paidOn, new BigDecimal("0.00"));
    }

    /** Only the orders that the demo needs unpaid; these customers pay everything else. */
    private boolean owing(Order order, LocalDate due) {
        LocalDate today = calendar.today();
        return OWING.contains(order.customer().index())
                && (due.equals(today.minusDays(3)) || due.equals(today.minusDays(35)));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Receivable receivable(Claim claim) {
        invoices++;
        LocalDate booked = calendar.notAhead(claim.order().date().plusDays(2));
        boolean paid = claim.paid().signum() > 0;
        return new Receivable(
                claim.number(),
                claim.order(),
                claim.instalment(),
                "263320000%011d".formatted(45_000_000L + invoices * 7L),
                booked,
                claim.instalment().amount().subtract(claim.paid()),
                calendar.during(paid ? latest(claim.paidOn(), booked) : booked));
    }

    private List<Receipt> receipts(List<Claim> claims, Customer whoPaidUnasked) {
        List<List<Claim>> payments = payments(claims);
        payments.sort(Comparator.comparing(LedgerMaker::day)
                .thenComparing(payment -> payment.get(0).number()));
        Numbers numbers = new Numbers();
        List<Receipt> receipts = new ArrayList<>();
        payments.forEach(payment -> receipts.add(receipt(numbers, payment)));
        receipts.add(unasked(numbers, whoPaidUnasked));
        return List.copyOf(receipts);
    }

    /** Some customers pay two instalments with one transfer. */
    private List<List<Claim>> payments(List<Claim> claims) {
        Map<Integer, List<Claim>> open = new HashMap<>();
        List<List<Claim>> payments = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.paid().signum() > 0) {
                List<Claim> before = open.remove(claim.order().customer().index());
                if (before != null && near(before, claim)) {
                    before.add(claim);
                } else {
                    List<Claim> payment = new ArrayList<>(List.of(claim));
                    payments.add(payment);
                    open.put(claim.order().customer().index(), payment);
                }
            }
        }
        return payments;
    }

    private static boolean near(List<Claim> payment, Claim claim) {
        return Math.abs(payment.get(0).paidOn().toEpochDay() - claim.paidOn().toEpochDay()) <= 10;
    }

    private static LocalDate day(List<Claim> payment) {
        return payment.stream().map(Claim::paidOn).max(LocalDate::compareTo).orElseThrow();
    }

    private Receipt receipt(Numbers numbers, List<Claim> payment) {
        LocalDate day = day(payment);
        List<Allocation> allocations = payment.stream()
                .map(claim -> new Allocation(claim.number(), claim.paid()))
                .toList();
        BigDecimal amount = allocations.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Customer customer = payment.get(0).order().customer();
        String text = "货款 " + payment.get(0).order().number();
        return receipt(numbers.next("SK", day, 5), customer, day, amount, allocations, text);
    }

    /** A round sum with nothing to say what it is for. */
    private Receipt unasked(Numbers numbers, Customer customer) {
        LocalDate day = calendar.today().minusDays(1);
        return receipt(numbers.next("SK", day, 5), customer, day, new BigDecimal("20000.00"), List.of(), "往来款");
    }

    private Receipt receipt(
            String number, Customer customer, LocalDate day, BigDecimal amount, List<Allocation> to, String text) {
        String method = customer.term() == PayTerm.LC90 ? "信用证" : dice.chance(0.1) ? "承兑汇票" : "电汇";
        String reference = "B" + day.toString().replace("-", "") + number.substring(number.length() - 5);
        return new Receipt(number, customer, day, amount, to, method, reference, text, calendar.during(day));
    }

    /** How many receivables of how much each customer owes; for the tests and the demo's own summary. */
    static Map<String, BigDecimal> owedByCurrency(List<Receivable> receivables) {
        Map<String, BigDecimal> owed = new TreeMap<>(new LinkedHashMap<>());
        for (Receivable receivable : receivables) {
            owed.merge(receivable.order().customer().currency(), receivable.balance(), BigDecimal::add);
        }
        return owed;
    }
}
