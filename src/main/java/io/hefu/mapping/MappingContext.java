package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.Dictionary;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.Systems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the compilers of one mapping file share.
 *
 * @param isMapped whether there is a mapping file of {@code system/entity}
 * @param charset of cells that are bytes
 */
record MappingContext(
        SystemDefinition system,
        Dictionary dictionary,
        Systems systems,
        ExpressionCompiler expressions,
        Predicate<String> isMapped,
        Charset charset,
        Violations violations) {

    void refuse(Position position, Text what, Text allowed, Text attempt) {
        violations.add(position, what, allowed, attempt);
    }

    void refuse(Position position, Text what, Text attempt) {
        violations.add(position, what, Text.NONE, attempt);
    }

    TextCells texts(YamlMap form) {
        return new TextCells(
                charset(form, "charset", violations).orElse(charset),
                !form.text("trim").equals(Optional.of("false")));
    }

    /** Every text that someone calls GBK or GB2312 is decoded as GB18030, which holds both: theirs lack characters. */
    static Optional<Charset> charset(YamlMap map, String key, Violations violations) {
        return map.text(key).map(name -> {
            try {
                Charset charset = Charset.forName(name);
                boolean chinese =
                        charset.name().equalsIgnoreCase("GBK") || charset.name().equalsIgnoreCase("GB2312");
                return chinese ? Charset.forName("GB18030") : charset;
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                violations.add(
                        map.at(key),
                        Text.of("没有字符集 %s", "there is no charset %s", name),
                        Text.same("UTF-8, GB18030, GBK, …"),
                        Text.of("改正名称", "correct the name"));
                return StandardCharsets.UTF_8;
            }
        });
    }
}
