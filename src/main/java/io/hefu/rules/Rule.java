package io.hefu.rules;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.expression.CompiledExpression;
import java.util.List;
import java.util.Optional;

/**
 * A rule, compiled.
 *
 * @param of the entity that it judges
 * @param owner who answers for it
 * @param clock when it runs though nothing changed
 */
public record Rule(
        String id,
        Text title,
        EntityType of,
        CompiledExpression when,
        Effect then,
        Mode mode,
        String owner,
        Optional<RuleClock> clock,
        List<Example> examples,
        Position position) {
    public Rule {
        examples = List.copyOf(examples);
    }

    /** A reminder with a clock fires when the clock rings and at no other time: a change only moves the clock. */
    boolean firesOnlyByClock() {
        return clock.isPresent() && then instanceof Effect.Remind;
    }
}
