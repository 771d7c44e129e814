package io.hefu.demo.company.books;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invents the orders: one for each signed opportunity, four with a due date that the demo needs, the rest repeat orders. */
final class OrderMaker {
    private static final int ORDERS = 800;
    private static final int RECENT = 120;
    private static final int DELIVERY_OF_PINNED = 14;
    /** Which customer's order is due how many days from today. */
    private static final Map<Integer, Integer> DUE =
            Map.of(Cast.OVERDUE, -3, Cast.DUE_TODAY, 0, Cast.DUE_IN_A_WEEK, 7, Cast.UNALLOCATED, -35);

    private record Draft(
            LocalDate date, LocalDate delivery, Customer customer, Optional<Offer> offer, boolean pinned) {}

    private final Dice dice;
    private final Calendar calendar;
    private final LineMaker goods;

    OrderMaker(Dice dice, Calendar calendar, LineMaker goods) {
        this.dice = dice;
        this.calendar = calendar;
        this.goods = goods;
    }

    List<Order> orders(List<Customer> customers, List<Offer> offers) {
        List<Draft> drafts = drafts(customers, offers);
        List<Character> statuses = statuses(drafts);
        Numbers numbers = new Numbers();
        List<Order> made = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            made.add(order(i + 1, numbers, drafts.get(i), statuses.get(i)));
        }
        return List.copyOf(made);
    }

    private List<Draft> drafts(List<Customer> customers, List<Offer> offers) {
        List<Draft> drafts = new ArrayList<>();
        DUE.keySet().stream().sorted().map(customers::get).map(this::pinned).forEach(drafts::add);
        offers.stream()
                .filter(offer -> offer.lead().map(Lead::stage).orElse(Stage.LOST) == Stage.SIGNED)
                .map(offer -> draft(
                        calendar.notAhead(offer.issuedOn().plusDays(dice.between(1, 6))),
                        offer.customer(),
                        Optional.of(offer)))
                .forEach(drafts::add);
        // each customer of finance has an order, so that finance has them for a reason
        for (int index = 0; drafts.size() < ORDERS; index++) {
            Customer customer = index < Cast.ORDERING
                    ? customers.get(index)
                    : customers.get(dice.between(Cast.UNALLOCATED + 1, Cast.ORDERING - 1));
            int daysAgo = index < Cast.ORDERING ? dice.between(70, 400) : dice.between(1, 400);
            drafts.add(draft(calendar.today().minusDays(daysAgo), customer, Optional.empty()));
        }
        drafts.sort(Comparator.comparing(Draft::date));
        return drafts;
    }

    private Draft pinned(Customer customer) {
        LocalDate due = calendar.today().plusDays(DUE.get(customer.index()));
        LocalDate delivery = due.minusDays(customer.term().balanceDays());
        return new Draft(delivery.minusDays(DELIVERY_OF_PINNED), delivery, customer, Optional.empty(), true);
    }

    private Draft draft(LocalDate date, Customer customer, Optional<Offer> offer) {
        return new Draft(date, date.plusDays(dice.between(7, 25)), customer, offer, false);
    }

    /** 720 approved, 40 in approval, 25 just made, 15 saved for later; what is not approved is recent. */
    private List<Character> statuses(List<Draft> drafts) {
        List<Integer> recent = new ArrayList<>();
        for (int i = drafts.size() - 1; recent.size() < RECENT; i--) {
            if (!drafts.get(i).pinned()) {
                recent.add(i);
            }
        }
        Collections.shuffle(recent, dice.random());
        List<Character> statuses = new ArrayList<>(Collections.nCopies(drafts.size(), 'C'));
        for (int i = 0; i < 80; i++) {
            statuses.set(recent.get(i), i < 40 ? 'B' : i < 65 ? 'A' : 'Z');
        }
        return statuses;
    }

    private Order order(int id, Numbers numbers, Draft draft, char status) {
        LocalDateTime created = draft.date().atTime(9, dice.between(0, 59), dice.between(0, 59));
        boolean delivered = status == 'C' && draft.delivery().isBefore(calendar.today());
        return new Order(
                id,
                numbers.next("SO", draft.date(), 5),
                draft.date(),
                draft.customer(),
                draft.offer(),
                draft.offer().map(Offer::lines).orElseGet(() -> goods.lines(draft.customer())),
                draft.delivery(),
                status,
                delivered,
                created,
                delivered ? draft.delivery().atTime(20, 0) : draft.date().atTime(18, 30));
    }

    /** An order that comes in now, from one of the customers who order anyway; its number follows this year's last. */
    Order another(Books books, int n, LocalDateTime now) {
        Customer customer = books.customers().get(Cast.UNALLOCATED + n % 200 + 1);
        String prefix = "SO-" + now.getYear() + "-";
        long before = books.orders().stream()
                .filter(order -> order.number().startsWith(prefix))
                .count();
        return new Order(
                ORDERS + n,
                prefix + "%05d".formatted(before + n),
                now.toLocalDate(),
                customer,
                Optional.empty(),
                goods.lines(customer),
                now.toLocalDate().plusDays(dice.between(7, 25)),
                'C',
                false,
                now,
                now);
    }
}
