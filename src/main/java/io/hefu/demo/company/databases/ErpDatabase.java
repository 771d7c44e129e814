package io.hefu.demo.company.databases;

import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Company;
import io.hefu.demo.company.books.Currencies;
import io.hefu.demo.company.books.Customer;
import io.hefu.demo.company.books.Lead;
import io.hefu.demo.company.books.Line;
import io.hefu.demo.company.books.Offer;
import io.hefu.demo.company.books.Order;
import io.hefu.demo.company.books.PayTerm;
import io.hefu.demo.company.books.Product;
import io.hefu.servers.Login;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the books into the ERP: the master of customers, products, employees and orders. */
public final class ErpDatabase {
    /** Who the hub is there: a reader, since nobody else writes into an ERP's tables. */
    public static final String HUB = "hub";

    public static final String HUB_PASSWORD = "hub-reads-erp";

    private ErpDatabase() {}

    /** Makes the schema {@code erp} in that database and loads it. */
    public static void load(Login owner, Books books) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            Tables tables = new Tables(connection);
            tables.run("erp.sql");
            people(tables, books);
            goods(tables, books);
            customers(tables, books);
            quotations(tables, books);
            orders(tables, books.orders());
            connection.commit();
        }
    }

    private static void people(Tables tables, Books books) throws SQLException {
        OffsetDateTime then = at(books.today().minusDays(300).atTime(9, 0));
        tables.fill(
                "erp.bd_employee",
                "emp_id,emp_code,emp_name,dept_name,position,email,mobile,manager_code,modified_at",
                books.employees().stream()
                        .map(e -> row(
                                e.id(),
                                e.code(),
                                e.name(),
                                e.department(),
                                e.position(),
                                e.email(),
                                e.mobile(),
                                unlessEmpty(e.manager()),
                                then))
                        .toList());
    }

    private static void goods(Tables tables, Books books) throws SQLException {
        OffsetDateTime then = at(books.today().minusDays(200).atTime(9, 0));
        tables.fill(
                "erp.bd_material",
                "material_id,material_code,material_name,specification,unit,tax_rate,list_price,modified_at",
                books.products().stream()
                        .map(p -> row(
                                p.id(),
                                p.code(),
                                p.name(),
                                p.specification(),
                                p.unit(),
                                Product.TAX_RATE,
                                p.listPrice(),
                                then))
                        .toList());
        tables.fill(
                "erp.bd_payterm",
                "term_code,term_name,deposit_rate,balance_days,pay_method,modified_at",
                Stream.of(PayTerm.values())
                        .map(t -> row(t.name(), t.title(), t.depositRate(), t.balanceDays(), t.method(), then))
                        .toList());
    }

    private static void customers(Tables tables, Books books) throws SQLException {
        tables.fill(
                "erp.bd_customer",
                "cust_id,cust_code,cust_name,short_name,tax_no,country,province,city,address,phone,salesman_code,"
                        + "settle_currency,pay_term,credit_limit,document_status,created_on,modified_at",
                books.customers().stream()
                        .filter(customer -> customer.erp().present())
                        .map(ErpDatabase::customer)
                        .toList());
    }

    private static Object[] customer(Customer c) {
        return row(
                c.index() + 1,
                c.code(),
                c.name(),
                c.shortName(),
                unlessEmpty(c.taxNo()),
                c.place().country(),
                unlessEmpty(c.place().province()),
                c.place().city(),
                c.place().address(),
                c.place().phone(),
                c.salesman(),
                c.currency(),
                c.term().name(),
                new BigDecimal("100000.00").multiply(BigDecimal.valueOf(c.index() % 9 + 1L)),
                "C",
                c.createdOn(),
                at(c.modified()));
    }

    /** Only offers that were signed are entered into the ERP. */
    private static void quotations(Tables tables, Books books) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Order order : books.orders()) {
            order.offer().ifPresent(o -> rows.add(quotation(rows.size() + 1, order, o)));
        }
        tables.fill(
                "erp.sal_quotation",
                "quote_id,quote_no,quote_date,valid_until,cust_id,salesman_code,opp_no,currency,net_amount,tax_amount,"
                        + "gross_amount,document_status,modified_at",
                rows);
    }

    private static Object[] quotation(int id, Order order, Offer o) {
        return row(
                id,
                o.number(),
                o.issuedOn(),
                o.validUntil(),
                o.customer().index() + 1,
                o.customer().salesman(),
                o.lead().map(Lead::number),
                o.customer().currency(),
                o.net(),
                o.tax(),
                o.gross(),
                "C",
                at(order.created()));
    }

    /** Enters orders with their lines, as a load or as a clerk would. */
    static void orders(Tables tables, List<Order> orders) throws SQLException {
        tables.fill(
                "erp.sal_order",
                "order_id,order_no,order_date,cust_id,salesman_code,opp_no,src_quote_no,contract_no,currency,"
                        + "exchange_rate,pay_term,net_amount,tax_amount,gross_amount,delivery_date,document_status,"
                        + "close_status,approve_date,created_at,modified_at",
                orders.stream().map(ErpDatabase::order).toList());
        List<Object[]> entries = new ArrayList<>();
        orders.forEach(order -> order.lines().forEach(line -> entries.add(entry(order, line))));
        tables.fill(
                "erp.sal_orderentry",
                "entry_id,order_id,seq,material_code,qty,unit,net_price,tax_rate,net_amount,tax_amount,gross_amount,"
                        + "delivery_date,stock_out_qty,modified_at",
                entries);
    }

    private static Object[] order(Order o) {
        return row(
                o.id(),
                o.number(),
                o.date(),
                o.customer().index() + 1,
                o.customer().salesman(),
                o.offer().flatMap(Offer::lead).map(Lead::number),
                o.offer().map(Offer::number),
                o.offer().map(offer -> "HT-" + offer.number().substring(3)),
                o.customer().currency(),
                Currencies.rate(o.customer().currency()),
                o.customer().term().name(),
                o.net(),
                o.tax(),
                o.gross(),
                o.delivery(),
                String.valueOf(o.status()),
                o.delivered() ? "B" : "A",
                o.approvedAt().map(ErpDatabase::at),
                at(o.created()),
                at(o.modified()));
    }

    private static Object[] entry(Order o, Line line) {
        return row(
                o.id() * 10 + line.number(),
                o.id(),
                line.number(),
                line.product().code(),
                line.quantity(),
                line.product().unit(),
                line.price(),
                line.taxRate(),
                line.net(),
                line.tax(),
                line.gross(),
                o.delivery(),
                o.delivered() ? line.quantity() : BigDecimal.ZERO,
                at(o.modified()));
    }

    static OffsetDateTime at(LocalDateTime time) {
        return time.atZone(Company.ZONE).toOffsetDateTime();
    }

    private static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
