package io.hefu.expression;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.Map;
import java.util.Optional;

/**
 * The dictionary's types in CEL. Money, decimals, dates, times and references are opaque: only the functions that know
 * them can touch them, so that no cent and no day is lost on the way through a floating-point number or a zone.
 */
final class TypeNames {
    static final CelType MONEY = OpaqueType.create("money");
    static final CelType DECIMAL = OpaqueType.create("decimal");
    static final CelType DATE = OpaqueType.create("date");
    static final CelType TIME = OpaqueType.create("time");
    static final CelType CHANGES = OpaqueType.create("changes");

    private static final String STRUCT = "hefu.";
    private static final String REFERENCE = "reference to ";
    private static final Map<String, Text> WORDS = Map.ofEntries(
            Map.entry("money", Text.of("金额", "money")),
            Map.entry("decimal", Text.of("小数", "decimal")),
            Map.entry("date", Text.of("日期", "date")),
            Map.entry("time", Text.of("时间", "time")),
            Map.entry("string", Text.of("文本", "text")),
            Map.entry("int", Text.of("整数", "whole number")),
            Map.entry("double", Text.of("带小数点的数字", "number with a point")),
            Map.entry("bool", Text.of("是/否", "yes/no")),
            Map.entry("null", Text.of("空值", "null")),
            Map.entry("dyn", Text.of("未知类型", "a value of unknown type")));

    private TypeNames() {}

    static CelType of(DataType type) {
        if (type instanceof DataType.Ref ref) {
            return OpaqueType.create(REFERENCE + ref.entity());
        }
        if (type instanceof DataType.ListOf list) {
            return ListType.create(StructTypeReference.create(STRUCT + list.part()));
        }
        return type instanceof DataType.Scalar scalar ? of(scalar) : SimpleType.STRING;
    }

    @SuppressWarnings("Immutable") // an entity is immutable, which the annotation cannot know
    static StructType structOf(EntityType entity) {
        ImmutableSet<String> names =
                entity.fields().stream().map(FieldType::name).collect(ImmutableSet.toImmutableSet());
        return StructType.create(
                STRUCT + entity.name(), names, name -> entity.find(name).map(field -> of(field.type())));
    }

    /** The entity that a struct type stands for. */
    static Optional<String> entityOf(CelType type) {
        return type.name().startsWith(STRUCT) ? Optional.of(type.name().substring(STRUCT.length())) : Optional.empty();
    }

    /** A type as a person says it, from the name that CEL's checker prints. */
    static Text words(String printed) {
        if (printed.startsWith(REFERENCE)) {
            String entity = printed.substring(REFERENCE.length());
            return Text.of("对%s的引用", "reference to %s", entity);
        }
        if (printed.startsWith("list(")) {
            return Text.of("列表", "list");
        }
        if (printed.startsWith("map(")) {
            return Text.of("源记录", "row");
        }
        if (printed.startsWith(STRUCT)) {
            return Text.of("%s记录", "%s record", printed.substring(STRUCT.length()));
        }
        return WORDS.getOrDefault(printed, Text.same(printed));
    }

    private static CelType of(DataType.Scalar scalar) {
        return switch (scalar) {
            case TEXT -> SimpleType.STRING;
            case INTEGER -> SimpleType.INT;
            case DECIMAL -> DECIMAL;
            case MONEY -> MONEY;
            case DATE -> DATE;
            case TIME -> TIME;
            case FLAG -> SimpleType.BOOL;
        };
    }
}
