package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds fields that the dictionary does not have, before the checker would say so in fewer words. */
final class FieldNames {
    private final CelAbstractSyntaxTree tree;
    private final Findings findings;
    /** What a name stands for, as far as that can be told without types. */
    private final Map<String, EntityType> entities = new HashMap<>();

    private FieldNames(CelAbstractSyntaxTree tree, Findings findings, EntityType entity) {
        this.tree = tree;
        this.findings = findings;
        entities.put(Names.RECORD, entity);
        entities.put(Names.BEFORE, entity);
    }

    static void check(CelAbstractSyntaxTree tree, Findings findings) {
        if (findings.source().scope() instanceof Scope.OverRecord over) {
            new FieldNames(tree, findings, over.entity()).visit(tree.getExpr());
        }
    }

    private void visit(CelExpr expression) {
        if (expression.getKind() == Kind.COMPREHENSION) {
            visitFold(expression.comprehension());
            return;
        }
        if (expression.getKind() == Kind.SELECT) {
            checkField(expression);
        }
        Trees.children(expression).forEach(this::visit);
    }

    private void visitFold(CelExpr.CelComprehension fold) {
        visit(fold.iterRange());
        Optional<EntityType> outer = Optional.ofNullable(entities.remove(fold.iterVar()));
        elementOf(fold.iterRange()).ifPresent(part -> entities.put(fold.iterVar(), part));
        List.of(fold.accuInit(), fold.loopCondition(), fold.loopStep(), fold.result())
                .forEach(this::visit);
        entities.remove(fold.iterVar());
        outer.ifPresent(entity -> entities.put(fold.iterVar(), entity));
    }

    private void checkField(CelExpr select) {
        String field = select.select().field();
        entityOf(select.select().operand())
                .filter(entity -> entity.find(field).isEmpty())
                .ifPresent(entity -> {
                    List<String> known =
                            entity.fields().stream().map(FieldType::name).toList();
                    findings.unknownField(
                            findings.at(tree, select),
                            Text.of("%s没有字段 %s", "%s has no field %s", entity.title(), field),
                            Text.same(String.join(", ", known)),
                            Spelling.didYouMean(
                                    field,
                                    known,
                                    Text.of(
                                            "在 %s 中查看字段名",
                                            "look the field's name up in %s",
                                            entity.position().file())));
                });
    }

    private Optional<EntityType> entityOf(CelExpr expression) {
        if (expression.getKind() == Kind.IDENT) {
            return Optional.ofNullable(entities.get(expression.ident().name()));
        }
        boolean indexed = expression.getKind() == Kind.CALL
                && expression.call().function().equals(OperatorOverloads.INDEX);
        return indexed ? elementOf(expression.call().args().get(0)) : Optional.empty();
    }

    private Optional<EntityType> elementOf(CelExpr list) {
        if (list.getKind() == Kind.COMPREHENSION) {
            // a filter keeps the elements it is given; what map() makes is left to the checker
            CelExpr.CelComprehension fold = list.comprehension();
            boolean filter = fold.loopStep().getKind() == Kind.CALL
                    && fold.loopStep().call().function().equals("_?_:_")
                    && keepsElement(fold);
            return filter ? elementOf(fold.iterRange()) : Optional.empty();
        }
        if (list.getKind() != Kind.SELECT) {
            return Optional.empty();
        }
        return entityOf(list.select().operand())
                .flatMap(entity -> entity.find(list.select().field()))
                .flatMap(field ->
                        field.type() instanceof DataType.ListOf of ? dictionaryFind(of.part()) : Optional.empty());
    }

    private static boolean keepsElement(CelExpr.CelComprehension fold) {
        boolean[] kept = {false};
        Trees.forEach(fold.loopStep().call().args().get(1), each -> {
            if (each.getKind() == Kind.LIST && each.list().elements().size() == 1) {
                kept[0] |= Trees.isIdentifier(each.list().elements().get(0), fold.iterVar());
            }
        });
        return kept[0];
    }

    private Optional<EntityType> dictionaryFind(String part) {
        return findings.source().dictionary().find(part);
    }
}
