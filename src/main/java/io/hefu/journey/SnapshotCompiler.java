package io.hefu.journey;

import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryCompiler;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import io.hefu.expression.WorkCalendarCompiler;
import io.hefu.mapping.MappingCompiler;
import io.hefu.mapping.Mappings;
import io.hefu.receivables.Terms;
import io.hefu.receivables.TermsCompiler;
import io.hefu.rules.Letterhead;
import io.hefu.rules.Rules;
import io.hefu.rules.RulesCompiler;
import io.hefu.rules.Templates;
import io.hefu.rules.TemplatesCompiler;
import io.hefu.stages.StageModelCompiler;
import io.hefu.stages.StageModels;
import io.hefu.systems.Systems;
import io.hefu.systems.SystemsCompiler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles every edited file of an installation into one snapshot, in the order in which the kinds build on each other. */
public final class SnapshotCompiler {
    /** Every kind of definition there is. */
    public static final List<DefinitionKind> KINDS = List.of(
            DictionaryCompiler.ENTITIES,
            DictionaryCompiler.CODES,
            SystemsCompiler.SYSTEMS,
            WorkCalendarCompiler.CALENDARS,
            MappingCompiler.MAPPINGS,
            StageModelCompiler.STAGES,
            RulesCompiler.RULES,
            TermsCompiler.KIND,
            TemplatesCompiler.TEMPLATES);

    private SnapshotCompiler() {}

    /** Everything that could be compiled; every fault of every kind is in the violations. */
    public static Snapshot compile(Path home, Deployment deployment, Violations violations) {
        Definitions definitions = Definitions.load(home, KINDS, violations);
        Dictionary dictionary = DictionaryCompiler.compile(definitions, violations);
        Systems systems = SystemsCompiler.compile(definitions, dictionary, violations);
        WorkCalendar calendar = WorkCalendarCompiler.compile(definitions, violations);
        Expressions expressions = new Expressions(dictionary, calendar);
        Map<Class<?>, Object> parts = new HashMap<>();
        parts.put(Deployment.class, deployment);
        Letterhead letterhead = new Letterhead(deployment.language(), deployment.company());
        parts.put(Letterhead.class, letterhead);
        parts.put(Dictionary.class, dictionary);
        parts.put(Systems.class, systems);
        parts.put(WorkCalendar.class, calendar);
        parts.put(Mappings.class, MappingCompiler.compile(definitions, dictionary, systems, expressions, violations));
        parts.put(StageModels.class, StageModelCompiler.compile(definitions, dictionary, violations));
        Templates templates = TemplatesCompiler.compile(definitions, letterhead, violations);
        parts.put(Templates.class, templates);
        parts.put(
                Rules.class,
                RulesCompiler.compile(definitions, dictionary, expressions, calendar, templates, violations));
        parts.put(Terms.class, TermsCompiler.compile(definitions, dictionary, violations));
        return new Snapshot(definitions.version(), parts);
    }
}
