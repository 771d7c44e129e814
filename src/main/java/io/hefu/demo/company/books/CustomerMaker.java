package io.hefu.demo.company.books;

import io.hefu.demo.company.books.Customer.InCrm;
import io.hefu.demo.company.books.Customer.InErp;
import io.hefu.demo.company.books.Customer.InFinance;
import io.hefu.demo.company.books.Customer.Place;
import io.hefu.demo.company.books.Names.City;
import io.hefu.demo.company.books.Names.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invents the customers and whom to speak to there. */
final class CustomerMaker {
    /** A brand's two characters, and the two as Latin letters. */
    private record Brand(String hanzi, String pinyin) {}

    private final Dice dice;
    private final Calendar calendar;
    private final List<Brand> brands;
    private final Set<String> domains = new HashSet<>();

    CustomerMaker(Dice dice, Calendar calendar) {
        this.dice = dice;
        this.calendar = calendar;
        this.brands = everyBrand();
    }

    /** No two customers share a brand, so that no name is like another by accident. */
    private List<Brand> everyBrand() {
        List<Brand> all = new ArrayList<>();
        for (Word first : Names.BRAND_FIRST) {
            for (Word last : Names.BRAND_LAST) {
                all.add(new Brand(first.hanzi() + last.hanzi(), first.pinyin() + last.pinyin()));
            }
        }
        Collections.shuffle(all, dice.random());
        return all;
    }

    List<Customer> customers() {
        List<Customer> made = new ArrayList<>();
        for (int index = 0; index < Cast.CUSTOMERS; index++) {
            made.add(
                    index == Cast.THREE_SPELLINGS
                            ? threeSpellings()
                            : Cast.abroad(index) ? abroad(index) : chinese(index));
        }
        return List.copyOf(made);
    }

    /** Finance knows it by the tax number; the CRM by nothing but a name that is alike. */
    private Customer threeSpellings() {
        Place place = new Place("CN", "广东", "深圳", "深圳市南山区科苑路88号蓝海大厦", "0755-86001288");
        return new Customer(
                Cast.THREE_SPELLINGS,
                "深圳市蓝海电子股份有限公司",
                "蓝海电子",
                CreditCode.make(dice, "440300"),
                place,
                domain("lanhai-dz"),
                "电子",
                "S001",
                "CNY",
                PayTerm.NET30,
                calendar.today().minusDays(700),
                calendar.someMoment(20, 90),
                new InErp(true),
                new InFinance(true, "蓝海电子(深圳)股份公司", false, true),
                new InCrm(true, "深圳蓝海电子", false, false));
    }

    private Customer chinese(int index) {
        City city = dice.pick(Names.CITIES);
        Brand brand = brands.get(index);
        String industry = dice.pick(Names.INDUSTRIES);
        String core = brand.hanzi() + industry;
        String name = city.name() + "市" + core + dice.pick(Names.FORMS);
        Place place = new Place(
                "CN",
                city.province(),
                city.name(),
                city.name() + "市" + city.street() + dice.between(1, 399) + "号",
                city.dialling() + "-86%06d".formatted(10_000 + index * 37));
        return new Customer(
                index,
                name,
                brand.hanzi() + (industry.length() > 2 ? industry.substring(0, 2) : industry),
                CreditCode.make(dice, city.area()),
                place,
                domain(brand.pinyin()),
                industry,
                salesman(),
                "CNY",
                term(index),
                created(),
                calendar.someMoment(3, 200),
                new InErp(index < Cast.IN_ERP),
                inFinance(index, name),
                inCrm(index, name, city, core));
    }

    private InFinance inFinance(int index, String name) {
        boolean knowsCode = dice.chance(0.86);
        boolean knowsTaxNo = !knowsCode || dice.chance(0.97);
        String spelled = dice.chance(0.08) ? name.replaceFirst("市", "") : name;
        return new InFinance(index < Cast.ORDERING, spelled, knowsCode, knowsTaxNo);
    }

    private InCrm inCrm(int index, String name, City city, String core) {
        boolean knowsCode = index < Cast.IN_ERP && dice.chance(0.75);
        boolean knowsTaxNo = !knowsCode || dice.chance(0.85);
        String spelled = dice.chance(0.2) ? city.name() + core : name;
        if (index == Cast.BROKEN_TEXT) {
            spelled = "\uFFFD\uFFFD" + name.substring(2, 4) + "\uFFFD" + name.substring(5);
        }
        return new InCrm(Cast.inCrm(index), spelled, knowsCode, knowsTaxNo);
    }

    private Customer abroad(int index) {
        List<String> words = Names.ABROAD.get(Cast.abroadNumber(index));
        String name = words.get(0);
        Place place = new Place(
                words.get(1),
                "",
                words.get(2),
                dice.between(10, 990) + " Harbor Street, " + words.get(2),
                ("US".equals(words.get(1)) ? "+1 555 01%02d" : "+49 30 2312500%02d").formatted(index - 200));
        return new Customer(
                index,
                name,
                name.substring(0, name.indexOf(' ')),
                "",
                place,
                domain(words.get(4)),
                "贸易",
                dice.chance(0.5) ? "S011" : "S012",
                words.get(3),
                dice.chance(0.5) ? PayTerm.LC90 : PayTerm.D30N30,
                created(),
                calendar.someMoment(3, 200),
                new InErp(true),
                new InFinance(true, name, true, false),
                new InCrm(true, name, true, false));
    }

    private String salesman() {
        return "S%03d".formatted(dice.between(1, Company.SALESPEOPLE - 2));
    }

    private LocalDate created() {
        return calendar.today().minusDays(dice.between(410, 2400));
    }

    private PayTerm term(int index) {
        int throwOf100 = dice.between(1, 100);
        if (Cast.pinned(index) || throwOf100 <= 30) {
            return PayTerm.NET30;
        }
        return throwOf100 <= 45
                ? PayTerm.NET60
                : throwOf100 <= 70
                        ? PayTerm.D30N30
                        : throwOf100 <= 90 ? PayTerm.D50N45 : throwOf100 <= 97 ? PayTerm.LC90 : PayTerm.NET120;
    }

    private String domain(String wanted) {
        String name = wanted.endsWith(".example") ? wanted : wanted + ".example";
        return domains.add(name) ? name : domain(wanted + "-cn");
    }

    List<Contact> contacts(List<Customer> customers) {
        List<Contact> made = new ArrayList<>();
        for (Customer customer : customers) {
            if (Cast.mayHaveLeads(customer)) {
                made.add(contact(made.size() + 1001, customer, true));
                if (dice.chance(0.4)) {
                    made.add(contact(made.size() + 1001, customer, false));
                }
            }
        }
        return List.copyOf(made);
    }

    private Contact contact(int id, Customer customer, boolean primary) {
        Word surname = dice.pick(Names.SURNAMES);
        Word given = dice.pick(Names.GIVEN);
        boolean abroad = customer.abroad();
        String mailName = surname.pinyin() + "." + given.pinyin() + (primary ? "" : "2");
        return new Contact(
                id,
                customer,
                abroad ? (primary ? "Alex " : "Sam ") + customer.shortName() : surname.hanzi() + given.hanzi(),
                abroad ? "Purchasing" : dice.pick(Names.TITLES),
                (abroad ? (primary ? "purchasing" : "office") : mailName) + "@" + customer.domain(),
                abroad ? "" : "1990001%04d".formatted(id % 10_000),
                primary,
                abroad ? "en" : "zh");
    }
}
