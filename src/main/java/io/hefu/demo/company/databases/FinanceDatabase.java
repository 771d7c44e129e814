package io.hefu.demo.company.databases;

import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Contact;
import io.hefu.demo.company.books.Currencies;
import io.hefu.demo.company.books.Customer;
import io.hefu.demo.company.books.Receipt;
import io.hefu.demo.company.books.Receivable;
import io.hefu.servers.Login;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the books into finance: receivables and receipts, with dates and amounts as text in its own formats. */
public final class FinanceDatabase {
    /** Who the hub is there: it may tell finance of orders, so it may write. */
    public static final String HUB = "hub";

    public static final String HUB_PASSWORD = "hub-keeps-finance";

    /** A number so large that working with it would take the hub's time; a person cannot have meant it. */
    public static final String ABSURD_AMOUNT = "1e9999999";

    private static final int WITH_ABSURD_AMOUNT = 12;

    private FinanceDatabase() {}

    /** Makes the tables in that database and loads them; orders and payment plans are left for the hub to tell. */
    public static void load(Login owner, Books books) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            Tables tables = new Tables(connection);
            tables.run("finance.sql");
            customers(tables, books);
            receivables(tables, books);
            receipts(tables, books.receipts());
            connection.commit();
        }
    }

    private static void customers(Tables tables, Books books) throws SQLException {
        Map<Customer, Contact> contacts = books.contacts().stream()
                .filter(Contact::primary)
                .collect(Collectors.toMap(Contact::customer, contact -> contact));
        tables.fill(
                "kehu",
                "khbm,khmc,sh,wbbm,dz,dh,lxr,yx,bz,ywy,zt,gxsj",
                books.customers().stream()
                        .filter(customer -> customer.finance().present())
                        .map(c -> customer(c, Optional.ofNullable(contacts.get(c))))
                        .toList());
    }

    private static Object[] customer(Customer c, Optional<Contact> contact) {
        return row(
                c.financeCode(),
                c.finance().name(),
                c.finance().knowsTaxNo() ? Optional.of(c.taxNo()) : Optional.empty(),
                c.finance().knowsCode() ? Optional.of(c.code()) : Optional.empty(),
                c.place().address(),
                c.place().phone(),
                contact.map(Contact::name),
                contact.map(Contact::email),
                Currencies.title(c.currency()),
                c.salesman(),
                "启用",
                c.modified());
    }

    private static void receivables(Tables tables, Books books) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        books.receivables().forEach(receivable -> rows.add(receivable(receivable)));
        rows.add(absurd(books));
        tables.fill("yingshou", "ysdh,ddh,qs,khbm,fph,ysrq,dqr,bz,je,ye,ywy,zt,bzxx,gxsj", rows);
    }

    private static Object[] receivable(Receivable r) {
        Customer customer = r.order().customer();
        return row(
                r.number(),
                r.order().number(),
                r.instalment().number(),
                customer.financeCode(),
                r.invoice(),
                date(r.bookedOn()),
                date(r.instalment().due()),
                Currencies.title(customer.currency()),
                money(r.amount()),
                r.balance(),
                customer.salesman(),
                r.status(),
                Optional.empty(),
                r.updated());
    }

    private static Object[] absurd(Books books) {
        Customer customer = books.customers().get(WITH_ABSURD_AMOUNT);
        return row(
                absurdReceivable(books.today()),
                Optional.empty(),
                1,
                customer.financeCode(),
                Optional.empty(),
                date(books.today().minusDays(4)),
                date(books.today().plusDays(40)),
                "人民币",
                ABSURD_AMOUNT,
                new BigDecimal("0.00"),
                customer.salesman(),
                "未核销",
                "手工补录",
                books.today().minusDays(4).atTime(16, 20));
    }

    /** The number of the receivable whose amount nobody can have meant. */
    public static String absurdReceivable(LocalDate today) {
        return "YS-" + today.getYear() + "-90001";
    }

    static void receipts(Tables tables, List<Receipt> receipts) throws SQLException {
        tables.fill(
                "shoukuan",
                "skdh,khbm,skrq,bz,je,wfpje,fkfs,yhls,zy,ddh,gxsj",
                receipts.stream().map(FinanceDatabase::receipt).toList());
        List<Object[]> allocations = new ArrayList<>();
        for (Receipt receipt : receipts) {
            for (Receipt.Allocation to : receipt.allocations()) {
                allocations.add(
                        row(receipt.number(), to.receivable(), to.amount(), date(receipt.date()), receipt.updated()));
            }
        }
        tables.fill("hexiao", "skdh,ysdh,hxje,hxrq,gxsj", allocations);
    }

    private static Object[] receipt(Receipt r) {
        return row(
                r.number(),
                r.customer().financeCode(),
                date(r.date()),
                Currencies.title(r.customer().currency()),
                money(r.amount()),
                r.unallocated(),
                r.method(),
                r.bankReference(),
                r.text(),
                Optional.of(r.text()).filter(t -> t.startsWith("货款 ")).map(t -> t.substring(3)),
                r.updated());
    }

    /** As finance writes a date: 20260131. */
    static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** As finance writes an amount: 1,234.56. */
    static String money(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    /** Whose receivable has the absurd amount. */
    public static int customerWithAbsurdAmount() {
        return WITH_ABSURD_AMOUNT;
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
