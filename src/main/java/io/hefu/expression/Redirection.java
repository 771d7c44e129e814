package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Points the operators of a checked expression to Hefu's own bodies. CEL's equality would find 1 CNY unequal to 1 USD
 * without a word, and knows neither dates nor decimals; CEL's own operators stay on two whole numbers or two texts.
 */
final class Redirection {
    private static final Set<CelType> CEL_ORDERS = Set.of(SimpleType.INT, SimpleType.STRING, SimpleType.DOUBLE);
    private static final Set<String> ALWAYS =
            Set.of(OperatorOverloads.EQUAL, OperatorOverloads.UNEQUAL, OperatorOverloads.IN, OperatorOverloads.INDEX);

    private final CelAbstractSyntaxTree tree;
    private final Map<String, String> bodies;
    private final Map<Long, CelReference> references;

    private Redirection(CelAbstractSyntaxTree tree, Map<String, String> bodies) {
        this.tree = tree;
        this.bodies = bodies;
        this.references = new HashMap<>(tree.getReferenceMap());
    }

    static CelAbstractSyntaxTree of(CelAbstractSyntaxTree tree, Map<String, String> bodies) {
        Redirection redirection = new Redirection(tree, bodies);
        Trees.forEach(tree.getExpr(), redirection::redirect);
        return CelAbstractSyntaxTree.newCheckedAst(
                tree.getExpr(), tree.getSource(), redirection.references, tree.getTypeMap());
    }

    private void redirect(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        CelExpr.CelCall call = expression.call();
        String body = bodies.get(call.function());
        if (body != null && (ALWAYS.contains(call.function()) || !celKnows(call))) {
            point(expression, body);
        } else {
            // On a value of unknown type several forms of a function fit; each body of ours takes whatever comes.
            Optional.ofNullable(references.get(expression.id()))
                    .map(CelReference::overloadIds)
                    .filter(ids -> ids.size() > 1 && ids.stream().allMatch(id -> id.startsWith(Overload.PREFIX)))
                    .ifPresent(ids -> point(expression, ids.get(0)));
        }
    }

    private void point(CelExpr expression, String body) {
        references.put(
                expression.id(), CelReference.newBuilder().addOverloadIds(body).build());
    }

    private boolean celKnows(CelExpr.CelCall call) {
        return call.args().stream()
                .allMatch(argument ->
                        tree.getType(argument.id()).filter(CEL_ORDERS::contains).isPresent());
    }
}
