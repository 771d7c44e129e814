package io.hefu.matching.table;

import io.hefu.definition.Text;
import io.hefu.golden.CompanyName;
import io.hefu.golden.CompanyName.Standing;
import io.hefu.golden.PlaceNames;
import io.hefu.golden.UnifiedCreditCode;
import io.hefu.matching.compare.Scale;
import io.hefu.matching.spelling.Address;
import io.hefu.matching.spelling.MailAddress;
import io.hefu.matching.spelling.PersonName;
import io.hefu.matching.spelling.Phone;
import io.hefu.matching.spelling.ProductCode;
import io.hefu.matching.spelling.Unit;
import io.hefu.matching.spelling.Words;
import io.hefu.matching.table.Trait.Evidence;
import io.hefu.matching.table.Trait.Law;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds of fields there are: into which traits each is split and how its text is read. */
public enum FieldKind {
    COMPANY(
            part("brand", "字号", "brand", Scale.PART, Evidence.SHARED_NAME).by(Law.REGISTERED),
            part("industry", "行业", "industry", Scale.PART, Evidence.OWN_NAME).by(Law.REGISTERED),
            part("form", "组织形式", "legal form", Scale.SAME, Evidence.FORM),
            part("latin", "外文名", "Latin name", Scale.SPELLED, Evidence.SHARED_NAME),
            part("city", "所在地", "place in the name", Scale.PLACE, Evidence.SEAT).by(Law.REGISTERED),
            part("standing", "主体类型", "standing", Scale.SAME, Evidence.FORM).by(Law.EXCLUDES)) {
        @Override
        String[] read(String text) {
            CompanyName name = CompanyName.of(text);
            return new String[] {
                name.chinese() ? name.brand() : "",
                // a group names no industry and is none of its companies
                name.industry().isEmpty() && name.standing() == Standing.GROUP ? "集团" : name.industry(),
                name.form(),
                name.chinese() ? "" : name.brand(),
                name.place(),
                standing(name)
            };
        }
    },
    /** The name of the person that the row is about. */
    PERSON(whole(Scale.SPELLED, Evidence.OWN_NAME)) {
        @Override
        String[] read(String text) {
            return one(PersonName.of(text));
        }
    },
    /** A person who speaks for what the row is about. */
    CONTACT(whole(Scale.SPELLED, Evidence.REACH)) {
        @Override
        String[] read(String text) {
            return one(PersonName.of(text));
        }
    },
    GIVEN_NAME(whole(Scale.SPELLED, Evidence.OWN_NAME)),
    SURNAME(whole(Scale.SPELLED, Evidence.SHARED_NAME)),
    PHONE(whole(Scale.DIGITS, Evidence.REACH)) {
        @Override
        String[] read(String text) {
            return one(Phone.of(text).number());
        }
    },
    /** The mail address of a company: its own domain counts, a mailbox only where anybody can have one. */
    MAIL(whole(Scale.SAME, Evidence.REACH), part("domain", "邮箱域名", "domain", Scale.SAME, Evidence.REACH)) {
        @Override
        String[] read(String text) {
            MailAddress mail = MailAddress.of(text);
            return new String[] {mail.domain().isEmpty() ? mail.mailbox() : "", mail.domain()};
        }
    },
    /** The mail address of a person. */
    MAILBOX(whole(Scale.SPELLED, Evidence.REACH)) {
        @Override
        String[] read(String text) {
            return one(MailAddress.of(text).mailbox());
        }
    },
    ADDRESS(whole(Scale.SPELLED, Evidence.PLACE), Part.PLACE) {
        @Override
        String[] read(String text) {
            Address address = Address.of(text);
            return new String[] {address.rest(), address.place()};
        }
    },
    PLACE(Part.PLACE) {
        @Override
        String[] read(String text) {
            return one(PlaceNames.path(text).orElseGet(() -> Words.of(text)));
        }
    },
    /** 统一社会信用代码; older tax numbers and codes that fail their check count less. */
    CREDIT_CODE(
            whole(Scale.SAME, Evidence.NUMBER).by(Law.EXCLUDES),
            part("unchecked", "未通过校验的税号", "unchecked tax number", Scale.DIGITS, Evidence.REACH)) {
        @Override
        String[] read(String text) {
            Optional<String> valid = UnifiedCreditCode.parse(text);
            return new String[] {valid.orElse(""), valid.isPresent() ? "" : Words.joined(text)};
        }
    },
    IDENTIFIER(whole(Scale.DIGITS, Evidence.NUMBER)) {
        @Override
        String[] read(String text) {
            return one(Words.joined(text));
        }
    },
    DATE(whole(Scale.DIGITS, Evidence.BIRTH)) {
        @Override
        String[] read(String text) {
            return one(Words.joined(text));
        }
    },
    /** House numbers, postcodes. */
    NUMBER(whole(Scale.DIGITS, Evidence.PLACE)) {
        @Override
        String[] read(String text) {
            return one(Words.joined(text));
        }
    },
    PRODUCT_CODE(whole(Scale.DIGITS, Evidence.NUMBER)) {
        @Override
        String[] read(String text) {
            return one(ProductCode.of(text));
        }
    },
    UNIT(whole(Scale.SAME, Evidence.OTHER)) {
        @Override
        String[] read(String text) {
            return one(Unit.of(text));
        }
    },
    /** One of few values: a state, a sex, a kind. */
    CODE(whole(Scale.SAME, Evidence.OTHER)),
    /** A state or district: it changes with the address. */
    DISTRICT(whole(Scale.SAME, Evidence.PLACE)),
    /** Any other words. */
    WORDS(whole(Scale.SPELLED, Evidence.PLACE));

    private final List<Part> parts;

    FieldKind(Part... parts) {
        this.parts = List.of(parts);
    }

    /** The kind of a name as it is written in files. */
    public static Optional<FieldKind> named(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether people write the value of one into the other: surname and given name, two lines of an address. */
    boolean swapsWith(FieldKind other) {
        return this == GIVEN_NAME && other == SURNAME || this == ADDRESS && other == ADDRESS;
    }

    List<Trait> traits(Field field) {
        return parts.stream().map(part -> part.of(field)).toList();
    }

    /** @param text not blank */
    String[] read(String text) {
        return one(Words.of(text));
    }

    private static String[] one(String value) {
        return new String[] {value};
    }

    /** A branch is named by its place. A name that says what it does is a company's, said or not; a brand alone is anything's. */
    private static String standing(CompanyName name) {
        return switch (name.standing()) {
            case UNSAID -> name.industry().isEmpty() ? "" : "company";
            case BRANCH -> "branch " + name.branch();
            default -> name.standing().name().toLowerCase(Locale.ROOT);
        };
    }

    private static Part whole(Scale scale, Evidence evidence) {
        return new Part("", Text.NONE, scale, evidence, Law.NONE);
    }

    private static Part part(String name, String zh, String en, Scale scale, Evidence evidence) {
        return new Part(name, Text.of(zh, en), scale, evidence, Law.NONE);
    }

    /** A trait of a field that is not named yet. */
    private record Part(String name, Text title, Scale scale, Evidence evidence, Law law) {
        /** All fields that tell a place tell the same one. */
        static final Part PLACE = new Part("/place", Text.of("地点", "place"), Scale.PLACE, Evidence.PLACE, Law.NONE);

        Part by(Law other) {
            return new Part(name, title, scale, evidence, other);
        }

        Trait of(Field field) {
            if (name.isEmpty()) {
                return new Trait(field.name(), field.title(), scale, evidence, law);
            }
            boolean shared = name.startsWith("/");
            Text full = shared ? title : Text.of("%s（%s）", "%s (%s)", field.title(), title);
            return new Trait(shared ? name.substring(1) : field.name() + "." + name, full, scale, evidence, law);
        }
    }
}
