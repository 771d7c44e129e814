package io.hefu.matching.sample;

import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** FEBRL3, the public test data: 2,000 people and 3,000 faulty copies of them; the truth is in the ids. */
public final class Febrl {
    public static final List<Field> FIELDS = List.of(
            new Field("given_name", FieldKind.GIVEN_NAME),
            new Field("surname", FieldKind.SURNAME),
            new Field("street_number", FieldKind.NUMBER),
            new Field("address_1", FieldKind.ADDRESS),
            new Field("address_2", FieldKind.ADDRESS),
            new Field("suburb", FieldKind.WORDS),
            new Field("postcode", FieldKind.NUMBER),
            new Field("state", FieldKind.DISTRICT),
            new Field("date_of_birth", FieldKind.DATE),
            new Field("soc_sec_id", FieldKind.IDENTIFIER));

    private Febrl() {}

    public static void read(RowSink sink) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Febrl.class.getResourceAsStream("/matching/febrl3.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                List<String> cells =
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList();
                sink.row(cells.get(0), cells.get(0).split("-")[1], cells.subList(1, cells.size()));
            });
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
