package io.hefu.matching.sample;

import io.hefu.matching.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up people with faulty copies, in the fields of FEBRL3 and with its names, streets and towns, lengthened by made-up
 * ones so that a million people have enough. A household shares surname and address; about four in ten rows are copies,
 * with one to five faults each: slips, missing values, swapped names, a new address.
 */
public final class People {
    public static final List<Field> FIELDS = Febrl.FIELDS;

    private static final int GIVEN = 0;
    private static final int SURNAME = 1;
    private static final int STREET_NUMBER = 2;
    private static final int STREET = 3;
    private static final int HOUSE = 4;
    private static final int TOWN = 5;
    private static final int POSTCODE = 6;
    private static final int STATE = 7;
    private static final int BIRTH = 8;
    private static final int NUMBER = 9;

    private static final String[] SYLLABLES =
            "ka lo ber man sten wick ford ley ham ton ri da mi so vel gor tan bro cas del fen hol jer lin mor nor"
                    .split(" ");

    private final SplittableRandom random;
    private final Slips slips;
    private final List<List<String>> known = new ArrayList<>();

    private People(long seed) {
        random = new SplittableRandom(seed);
        slips = new Slips(random);
        Febrl.read((id, truth, values) -> {
            if (id.endsWith("-org")) {
                known.add(values);
            }
        });
    }

    /** @param rows how many, copies among them */
    public static void make(long seed, int rows, RowSink sink) {
        new People(seed).make(rows, sink);
    }

    private void make(int rows, RowSink sink) {
        int made = 0;
        int person = 0;
        List<String> before = List.of();
        while (made < rows) {
            List<String> original = person > 0 && random.nextInt(10) == 0 ? ofHousehold(before) : person();
            sink.row("p" + person + "-org", "p" + person, original);
            made++;
            int copies = random.nextInt(5) < 2 ? 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 2) : 0;
            for (int copy = 0; copy < copies && made < rows; copy++, made++) {
                sink.row("p" + person + "-copy-" + copy, "p" + person, faulty(original));
            }
            before = original;
            person++;
        }
    }

    private List<String> person() {
        List<String> town = any();
        return List.of(
                random.nextInt(4) == 0 ? word() : any().get(GIVEN),
                random.nextInt(2) == 0 ? word() : any().get(SURNAME),
                Integer.toString(1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 60)),
                random.nextInt(2) == 0 ? word() + " " + lastWord(any().get(STREET)) : any().get(STREET),
                random.nextInt(3) == 0 ? "" : random.nextInt(3) == 0 ? any().get(HOUSE) : word() + " " + word(),
                town.get(TOWN),
                town.get(POSTCODE),
                town.get(STATE),
                birth(),
                Integer.toString(1_000_000 + random.nextInt(9_000_000)));
    }

    private List<String> ofHousehold(List<String> other) {
        List<String> person = new ArrayList<>(other);
        person.set(GIVEN, any().get(GIVEN));
        person.set(BIRTH, birth());
        person.set(NUMBER, Integer.toString(1_000_000 + random.nextInt(9_000_000)));
        return List.copyOf(person);
    }

    private List<String> faulty(List<String> original) {
        List<String> copy = new ArrayList<>(original);
        int faults = 1 + random.nextInt(5);
        for (int i = 0; i < faults; i++) {
            fault(copy);
        }
        return List.copyOf(copy);
    }

    private void fault(List<String> copy) {
        int field = random.nextInt(copy.size());
        switch (random.nextInt(20)) {
            case 0, 1 -> copy.set(field, "");
            case 2 -> swap(copy, GIVEN, SURNAME);
            case 3 -> swap(copy, STREET, HOUSE);
            case 4 -> moved(copy);
            default ->
                copy.set(
                        field,
                        field == NUMBER || field == BIRTH || field == POSTCODE
                                ? copy.get(field).isEmpty() ? "" : slips.ofDigits(copy.get(field))
                                : slips.one(copy.get(field)));
        }
    }

    private void moved(List<String> copy) {
        List<String> other = person();
        for (int field : new int[] {STREET_NUMBER, STREET, HOUSE, TOWN, POSTCODE, STATE}) {
            copy.set(field, other.get(field));
        }
    }

    private static void swap(List<String> copy, int a, int b) {
        String kept = copy.get(a);
        copy.set(a, copy.get(b));
        copy.set(b, kept);
    }

    private List<String> any() {
        return known.get(random.nextInt(known.size()));
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String lastWord(String street) {
        return street.substring(street.lastIndexOf(' ') + 1);
    }

    private String birth() {
        return String.format("%04d%02d%02d", 1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
