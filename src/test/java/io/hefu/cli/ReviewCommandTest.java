package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the terminal says what a record in review belongs to. */
class ReviewCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aNoteThatNamesNoOpportunity() throws SQLException {
        SmallCompany company = SmallCompany.in(folder);
        company.write("config/systems/notes.system.yaml", """
                system: notes
                title: {zh: 便条, en: Notes}
                kind: jdbc
                zone: Asia/Shanghai
                url: "jdbc:sqlite:%s"
                """.formatted(folder.resolve("notes.db")));
        company.write("mappings/notes/opportunity.mapping.yaml", """
                system: notes
                entity: opportunity
                partial: true
                read: {resource: note, key: id}
                belongs:
                  by:
                    - {from: words, pattern: "(SJ-[0-9]{4}-[0-9]{4})", to: number}
                fields: {nextAction: words}
                """);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("notes.db"));
                var statement = connection.createStatement()) {
            statement.execute("create table note (id integer primary key, words text)");
            statement.execute("insert into note values (1, '寄样品'), (2, 'SJ-2026-0002 回电话')");
        }
        en("read", "crm/customer");
        en("read", "crm/opportunity");
        assertThat(en("read", "notes/opportunity").out()).startsWith("read 2 = applied 1 + unchanged 0 + waiting 1");
    }

    private Typed en(String... words) {
        return Typed.in(Locale.ENGLISH, folder, words);
    }

    private Typed zh(String... words) {
        return Typed.in(Locale.CHINESE, folder, words);
    }

    private String id() {
        String json = en("held", "--kind", "review", "--output", "json").out();
        return json.replaceAll("(?s).*\"id\" : \"(\\d+)\".*", "$1");
    }

    @Test
    void itStandsInHeldInBothLanguages() {
        assertThat(zh("held", "--kind", "review").out())
                .contains("待人判断", "没有写明哪个商机", "hefu release " + id() + " --to … --by … --why …");
        assertThat(en("held", "--kind", "review").out())
                .contains("in review", "it does not say which Opportunity it belongs to");
        assertThat(en("status").out()).contains("waiting");
    }

    @Test
    void aPersonReleasesItToAnOpportunity() {
        String id = id();
        Typed typed = zh("release", id, "--to", "SJ-2026-0001", "--by", "王芳", "--why", "问过业务员");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).startsWith("第 " + id + " 号记录已归入 SJ-2026-0001");
        assertThat(en("explain", "SJ-2026-0001").out()).contains("寄样品");
        assertThat(en("held", "--kind", "review").out()).startsWith("Nothing waits.");
        assertThat(en("read", "notes/opportunity").out()).startsWith("read 2 = applied 0 + unchanged 2");
        assertThat(en("release", id, "--to", "SJ-2026-0001", "--by", "王芳", "--why", "again")
                        .err())
                .contains("record " + id + " went through already");
    }

    @Test
    void aPersonGivesItUpAndItStaysSo() {
        assertThat(en("discard", id(), "--by", "王芳", "--why", "private").code()).isZero();
        assertThat(en("sweep", "notes/opportunity").out()).contains("dropped 1");
        assertThat(en("held", "--kind", "review").out()).startsWith("Nothing waits.");
    }

    @Test
    void whatIsNotThereCannotBeChosen() {
        assertThat(en("release", id(), "--to", "SJ-2026-9999", "--by", "王芳", "--why", "x")
                        .err())
                .contains("there is no Opportunity SJ-2026-9999");
        assertThat(en("release", "crm/opportunity", "--to", "SJ-2026-0001", "--by", "王芳", "--why", "x")
                        .err())
                .contains("--to is for records in review");
    }
}
