package io.hefu.mapping;

import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;

/**
 * The version of a mapping: everything that could change a mapped value, and nothing else, since every row is mapped anew
 * when it changes.
 */
final class MappingVersion {
    /** How it is read, and who is told what, changes no value. */
    private static final Set<String> WITHOUT = Set.of(
            "overlap", "batch", "vanishing", "newFields", "changed", "why", "decided", "description", "title", "back");

    private final Dictionary dictionary;
    private final StringBuilder said = new StringBuilder();

    private MappingVersion(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static String of(YamlMap root, EntityType entity, Dictionary dictionary, ZoneId zone) {
        MappingVersion version = new MappingVersion(dictionary);
        version.said.append(zone).append('\n');
        root.map("read").ifPresent(version::say);
        root.map("belongs").ifPresent(version::say);
        root.map("fields").ifPresent(version::say);
        version.say(entity);
        return version.digest();
    }

    private void say(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            said.append(scalar.kind()).append(' ').append(scalar.text()).append('\n');
        } else if (node instanceof YamlList list) {
            said.append('[');
            list.items().forEach(this::say);
            said.append(']');
        } else if (node instanceof YamlMap map) {
            said.append('{');
            map.entries().forEach((key, value) -> {
                if (!WITHOUT.contains(key)) {
                    said.append(key).append('=');
                    say(value);
                }
            });
            said.append('}');
        }
    }

    private void say(EntityType type) {
        for (FieldType field : type.fields()) {
            said.append(field.name())
                    .append(' ')
                    .append(field.type().written())
                    .append(field.required())
                    .append('\n');
            if (field.type() instanceof DataType.Code code) {
                dictionary
                        .findCodes(code.list())
                        .ifPresent(list -> said.append(list.codes().keySet()));
            } else if (field.type() instanceof DataType.ListOf list) {
                dictionary.find(list.part()).filter(part -> part != type).ifPresent(this::say);
            }
        }
    }

    private String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
