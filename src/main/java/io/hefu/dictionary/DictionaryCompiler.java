package io.hefu.dictionary;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the {@link Dictionary} of the files under {@code mappings/dictionary}. */
public final class DictionaryCompiler {
    /** An entity or part a file. */
    public static final DefinitionKind ENTITIES = new DefinitionKind("dictionary", "mappings/dictionary");
    /** A code list a file. */
    public static final DefinitionKind CODES = new DefinitionKind("codes", "mappings/dictionary/codes");

    private DictionaryCompiler() {}

    /** Everything that could be compiled; what could not is in the violations. */
    public static Dictionary compile(Definitions definitions, Violations violations) {
        Dictionary dictionary = new Dictionary(
                definitions.uniqueFiles(ENTITIES, violations).stream()
                        .map(file -> new EntityCompiler(file, violations).compile())
                        .toList(),
                definitions.uniqueFiles(CODES, violations).stream()
                        .map(file -> codeList(file, violations))
                        .toList());
        new DictionaryCheck(dictionary, definitions, violations).run();
        return dictionary;
    }

    private static CodeList codeList(DefinitionFile file, Violations violations) {
        YamlMap root = file.root();
        nameIsFile(root, "list", file, violations);
        Map<String, Text> codes = new LinkedHashMap<>();
        Map<String, YamlNode> written = root.map("codes").map(YamlMap::entries).orElse(Map.of());
        written.keySet()
                .forEach(code -> codes.put(code, root.map("codes").orElseThrow().words(code)));
        return new CodeList(file.id(), root.words("title"), codes, root.at("codes"));
    }

    /** What a file calls itself is what its name calls it: else two names would be in use for one thing. */
    static void nameIsFile(YamlMap root, String key, DefinitionFile file, Violations violations) {
        String written = root.text(key).orElse("");
        if (!written.equals(file.id())) {
            Position place = root.at(key);
            violations.add(
                    place,
                    Text.of("%s 与文件名不一致", "%s is not the name of the file", written),
                    Text.same(file.id()),
                    Text.of("改其中一个", "change one of the two"));
        }
    }
}
