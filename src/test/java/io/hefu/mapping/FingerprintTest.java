package io.hefu.mapping;

import static io.hefu.mapping.Home.deal;
import static io.hefu.mapping.Home.object;
import static io.hefu.mapping.Home.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal fingerprints, equal rows: of what is mapped, and of nothing else. */
class FingerprintTest {
    private static final String FIELDS =
            "text: t\nlines: {from: rows, each: {number: no, text: t}}\nother: address.city";

    @TempDir
    Path folder;

    @Test
    void neitherUnmappedColumnsNorTheOrderOfColumnsChangeIt() {
        Mapping mapping = deal(folder, FIELDS);
        assertThat(mapping.fingerprint(row("no", "1", "t", "a", "screen", 1L)))
                .isEqualTo(mapping.fingerprint(row("t", "a", "screen", 2L, "no", "1")));
    }

    @Test
    void theOrderOfChildRowsAndOfKeysDoesNotChangeIt() {
        Mapping mapping = deal(folder, FIELDS);
        Object one = object("no", 1L, "t", "x");
        Object two = object("t", "y", "no", 2L, "unmapped", 3L);
        assertThat(mapping.fingerprint(
                        row("no", "1", "rows", List.of(one, two), "address", object("city", "宁波", "zip", "315000"))))
                .isEqualTo(mapping.fingerprint(row(
                        "no",
                        "1",
                        "rows",
                        List.of(object("no", 2L, "t", "y"), one),
                        "address",
                        object("zip", "315000", "city", "宁波"))));
    }

    @Test
    void everyMappedCellChangesItAndSoDoAbsentNullAndEmpty() {
        Mapping mapping = deal(folder, FIELDS);
        List<io.hefu.systems.Fingerprint> all = List.of(
                mapping.fingerprint(row("no", "1")),
                mapping.fingerprint(row("no", "1", "t", null)),
                mapping.fingerprint(row("no", "1", "t", "")),
                mapping.fingerprint(row("no", "1", "t", "1")),
                mapping.fingerprint(row("no", "1", "t", 1L)),
                mapping.fingerprint(row("no", "1", "t", BigDecimal.ONE)),
                mapping.fingerprint(row("no", "1", "rows", List.of())),
                mapping.fingerprint(row("no", "1", "rows", List.of(object("no", 1L)))),
                mapping.fingerprint(row("no", "1", "rows", List.of(object("no", 1L), object("no", 1L)))),
                mapping.fingerprint(row("no", "1", "address", object("city", "a"))));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void itChangesWithWhatCouldChangeAValueAndWithNothingElse() {
        String fields = "stage: {from: z, codes: {A: offer, B: signed, C: first-contact}}";
        Mapping before = deal(folder, fields);
        Mapping reworded = Home.in(folder)
                .deal(fields + "\nwrite: {update: [stage]}\n".replace("\nwrite", "\n# write"))
                .mapping("crm", "deal");
        Mapping recoded = deal(folder, fields.replace("A: offer, B: signed", "A: signed, B: offer"));
        assertThat(reworded.version()).isEqualTo(before.version());
        assertThat(recoded.version()).isNotEqualTo(before.version());
        assertThat(recoded.fingerprint(row("z", "A"))).isNotEqualTo(before.fingerprint(row("z", "A")));
    }
}
