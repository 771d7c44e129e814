package io.hefu.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    private static final DefinitionKind CODES = new DefinitionKind("codes", "mappings/dictionary/codes");
    private static final DefinitionKind RULES = new DefinitionKind("rules", "config/rules");
    private static final DefinitionKind STAGES = new DefinitionKind("stages", "config/rules");
    private static final List<DefinitionKind> KINDS = List.of(CODES, RULES, STAGES);

    @TempDir
    private Path home;

    private final Violations violations = new Violations();

    @Test
    void filesAreFoundByTheirEndingAndNamedByWhatStandsBefore() throws IOException {
        write("mappings/dictionary/codes/colour.codes.yaml", colour("red"));
        write(
                "mappings/dictionary/codes/finish/gloss.codes.yaml",
                colour("high").replace("colour", "gloss"));
        assertThat(load().files(CODES)).extracting(DefinitionFile::id).containsExactly("colour", "gloss");
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void hiddenFilesPagesAndEditorLeftoversAreLeftAlone() throws IOException {
        write("mappings/dictionary/codes/colour.codes.yaml", colour("red"));
        write("mappings/dictionary/codes/.colour.codes.yaml.swp", "x");
        write("mappings/dictionary/codes/colour.codes.yaml~", "x");
        write("mappings/dictionary/codes/README.md", "x");
        assertThat(load().files(CODES)).hasSize(1);
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void twoKindsMayShareAFolderAndAFileMayBeAList() throws IOException {
        write("config/rules/due.rules.yaml", """
                - id: due-missing
                  title: {zh: 没有到期日, en: No due date}
                  of: receivable
                  when: "!has(record.due)"
                  then: {warn: {zh: 没有到期日, en: No due date}}
                  mode: observe
                  owner: finance
                  examples:
                    - {given: {}, expect: warn}
                """);
        write("config/rules/sales-stage.stages.yaml", """
                of: opportunity
                field: stage
                title: {zh: 销售阶段, en: Sales stages}
                stages: [{code: offer}, {code: signed}]
                mode: enforce
                owner: sales-operations
                """);
        Definitions definitions = load();
        assertThat(violations.all()).isEmpty();
        assertThat(definitions.files(RULES).get(0).items()).hasSize(1);
        assertThat(definitions.files(STAGES).get(0).root().text("field")).contains("stage");
    }

    @Test
    void aFaultyFileIsLeftOutAndKnownAsFaulty() throws IOException {
        write("mappings/dictionary/codes/colour.codes.yaml", "list: colour\n");
        Definitions definitions = load();
        assertThat(definitions.files(CODES)).isEmpty();
        assertThat(definitions.isFaulty(CODES, "colour")).isTrue();
        assertThat(definitions.isFaulty(CODES, "shape")).isFalse();
    }

    @Test
    void theVersionChangesWithContentAndNameAndWithNothingElse() throws IOException {
        write("mappings/dictionary/codes/colour.codes.yaml", colour("red"));
        String before = load().version();
        assertThat(before).matches("[0-9a-f]{12}");
        write("mappings/dictionary/codes/colour.codes.yaml", colour("red"));
        assertThat(load().version()).isEqualTo(before);
        write("mappings/dictionary/codes/colour.codes.yaml", colour("blue"));
        assertThat(load().version()).isNotEqualTo(before);
        Files.move(
                home.resolve("mappings/dictionary/codes/colour.codes.yaml"),
                home.resolve("mappings/dictionary/codes/color.codes.yaml"));
        String renamed = load().version();
        write("mappings/dictionary/codes/color.codes.yaml", colour("red"));
        assertThat(load().version()).isNotIn(before, renamed);
    }

    @Test
    void aMissingFolderIsSaidByItsPath() {
        Definitions.load(home.resolve("nowhere"), KINDS, violations);
        assertThat(violations.all().get(0).in(Locale.ENGLISH))
                .endsWith("nowhere: there is no such folder;"
                        + " allowed: a folder with routes, mappings and config in it; try: check the path");
    }

    @Test
    void aFolderWithoutDefinitionsIsNoInstallation() {
        load();
        assertThat(violations.all().get(0).in(Locale.CHINESE))
                .endsWith("这个文件夹里没有定义文件；允许：mappings/dictionary/codes, config/rules；可尝试：指向安装文件夹本身，而不是它里面的文件夹");
    }

    private Definitions load() {
        return Definitions.load(home, KINDS, violations);
    }

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String colour(String code) {
        return """
                list: colour
                title: {zh: 颜色, en: Colour}
                codes:
                  %s: {zh: 一种, en: One}
                """.formatted(code);
    }
}
