package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What was found wrong with one expression. */
final class Findings {
    private final Source source;
    private final Set<Violation> found = new LinkedHashSet<>();
    private boolean unknownFields;

    Findings(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    Set<Violation> all() {
        return found;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether unknown fields were told already, in better words than the checker's. */
    boolean unknownFields() {
        return unknownFields;
    }

    void unknownField(Position position, Text what, Text allowed, Text attempt) {
        unknownFields = true;
        add(position, what, allowed, attempt);
    }

    void add(Position position, Text what, Text allowed, Text attempt) {
        found.add(new Violation(position, what, allowed, attempt));
    }

    Position at(CelAbstractSyntaxTree tree, CelExpr expression) {
        Optional<Integer> offset =
                Optional.ofNullable(tree.getSource().getPositionsMap().get(expression.id()));
        return offset.flatMap(tree.getSource()::getOffsetLocation)
                .map(CelSourceLocation::getLine)
                .map(source::at)
                .orElse(source.position());
    }
}
