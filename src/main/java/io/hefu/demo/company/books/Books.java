package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The whole truth about the demo company on a day: 300 customers, 500 opportunities, 500 offers, 800 orders and what was
 * billed and paid. The same seed gives the same company; on another day it has only moved in time.
 */
public record Books(
        LocalDate today,
        List<Employee> employees,
        List<Product> products,
        List<Customer> customers,
        List<Contact> contacts,
        List<Lead> leads,
        List<Offer> offers,
        List<Order> orders,
        List<Receivable> receivables,
        List<Receipt> receipts) {

    public static Books of(LocalDate today, long seed) {
        Dice dice = new Dice(seed);
        Calendar calendar = new Calendar(today, dice);
        List<Product> products = Company.products();
        CustomerMaker people = new CustomerMaker(dice, calendar);
        List<Customer> customers = people.customers();
        List<Contact> contacts = people.contacts(customers);
        LineMaker goods = new LineMaker(dice, products);
        SalesMaker sales = new SalesMaker(dice, calendar, goods);
        List<Lead> leads = sales.leads(customers);
        List<Offer> offers = sales.offers(customers);
        List<Order> orders = new OrderMaker(dice, calendar, goods).orders(customers, offers);
        LedgerMaker.Ledger ledger = new LedgerMaker(dice, calendar).ledger(orders, customers.get(Cast.UNALLOCATED));
        return new Books(
                today,
                Company.employees(),
                products,
                customers,
                contacts,
                leads,
                offers,
                orders,
                ledger.receivables(),
                ledger.receipts());
    }

    /** The n-th order that comes in while the demo runs, counted from 1; it is approved at once. */
    public Order anotherOrder(int n, LocalDateTime now) {
        return new OrderMaker(
                        new Dice(n), new Calendar(now.toLocalDate(), new Dice(n)), new LineMaker(new Dice(n), products))
                .another(this, n, now);
    }

    /** What customers owe, by currency. */
    public Map<String, BigDecimal> owed() {
        return LedgerMaker.owedByCurrency(receivables);
    }
}
