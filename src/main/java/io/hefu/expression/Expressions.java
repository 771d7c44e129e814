package io.hefu.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.hefu.definition.Position;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles expressions against the dictionary. A part of the snapshot; safe for several threads.
 *
 * <p>The language is CEL without regular expressions, doubles and timestamps; with money, decimals and dates that are
 * exact. It always ends: a text is at most 4,000 characters, all loops of one evaluation together take at most 100,000
 * turns.
 */
public final class Expressions {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4_000)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(100_000)
            .build();
    private static final StandardFunction[] LEFT_OUT = {
        StandardFunction.MATCHES,
        StandardFunction.DOUBLE,
        StandardFunction.UINT,
        StandardFunction.BYTES,
        StandardFunction.DURATION,
        StandardFunction.TIMESTAMP,
        StandardFunction.TYPE
    };
    private static final CelStringExtensions TEXTS = CelExtensions.strings(
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.REPLACE,
            CelStringExtensions.Function.TRIM,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.UPPER_ASCII,
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.SPLIT,
            CelStringExtensions.Function.JOIN);

    private final Dictionary dictionary;
    private final List<Overload> functions;
    private final CelTypeProvider types;
    private final CelRuntime runtime;
    private final Map<String, String> operators = OperatorOverloads.bodies();
    private final Map<Scope, CelCompiler> compilers = new ConcurrentHashMap<>();

    public Expressions(Dictionary dictionary, WorkCalendar calendar) {
        this.dictionary = dictionary;
        this.functions = Functions.all(calendar);
        this.types = new DictionaryTypes(dictionary);
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(types)
                .addLibraries(TEXTS)
                .addFunctionBindings(functions.stream().map(Overload::bound).toList())
                .addFunctionBindings(OperatorOverloads.allowed().stream()
                        .map(Overload::bound)
                        .toList())
                .addFunctionBindings(OperatorOverloads.bindings())
                .build();
    }

    /** Compiles the text of a scalar; see {@link #compile(String, Position, Scope, Result, Violations)}. */
    public Optional<CompiledExpression> compile(YamlScalar source, Scope scope, Result result, Violations violations) {
        return compile(source.text(), source.position(), scope, result, violations);
    }

    /**
     * @param position where the text stands; violations inside a text of several lines name the line
     * @return empty when there are violations, all of which were added
     */
    public Optional<CompiledExpression> compile(
            String text, Position position, Scope scope, Result result, Violations violations) {
        Source source = new Source(text, position, scope, dictionary);
        Findings findings = new Findings(source);
        Optional<CompiledExpression> compiled = compile(source, result, findings);
        findings.all().forEach(violations::add);
        return findings.isEmpty() ? compiled : Optional.empty();
    }

    private Optional<CompiledExpression> compile(Source source, Result result, Findings findings) {
        CelCompiler compiler = compilers.computeIfAbsent(source.scope(), this::compiler);
        CelValidationResult parsed = compiler.parse(source.text());
        if (parsed.hasError()) {
            CelIssues.report(parsed.getErrors(), findings, functionNames());
            return Optional.empty();
        }
        CelAbstractSyntaxTree tree = tree(parsed);
        FieldNames.check(tree, findings);
        CelValidationResult checked = compiler.check(tree);
        if (checked.hasError()) {
            CelIssues.report(checked.getErrors(), findings, functionNames());
            return Optional.empty();
        }
        CelAbstractSyntaxTree typed = tree(checked);
        ResultTypes.check(typed, result, findings);
        Literals.check(typed, findings);
        Codes.check(typed, result, findings);
        Guards.check(typed, findings);
        return findings.isEmpty() ? Optional.of(plan(source, typed, result)) : Optional.empty();
    }

    private CompiledExpression plan(Source source, CelAbstractSyntaxTree typed, Result result) {
        try {
            CelRuntime.Program program = runtime.createProgram(Redirection.of(typed, operators));
            return new CompiledExpression(source, typed, result, program);
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("a checked expression must have a plan: " + source.text(), impossible);
        }
    }

    private CelCompiler compiler(Scope scope) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .excludeFunctions(LEFT_OUT)
                        .build())
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER,
                        CelStandardMacro.MAP,
                        CelStandardMacro.MAP_FILTER)
                .addMacros(Macros.all())
                .addLibraries(TEXTS)
                .setTypeProvider(types)
                .addFunctionDeclarations(declarations())
                .addVar(Names.TODAY, TypeNames.DATE);
        variables(scope).forEach(builder::addVar);
        return builder.build();
    }

    private static Map<String, CelType> variables(Scope scope) {
        if (scope instanceof Scope.OverRecord over) {
            CelType struct = TypeNames.structOf(over.entity());
            return Map.of(Names.RECORD, struct, Names.BEFORE, struct, Names.CHANGES, TypeNames.CHANGES);
        }
        if (scope instanceof Scope.OverValue over) {
            return Map.of(Names.VALUE, over.type().map(TypeNames::of).orElse(SimpleType.DYN));
        }
        return Map.of(Names.ROW, MapType.create(SimpleType.STRING, SimpleType.DYN));
    }

    private List<CelFunctionDecl> declarations() {
        Map<String, ImmutableList.Builder<dev.cel.common.CelOverloadDecl>> byName = new LinkedHashMap<>();
        java.util.stream.Stream.concat(functions.stream(), OperatorOverloads.allowed().stream())
                .forEach(overload -> byName.computeIfAbsent(overload.function(), name -> ImmutableList.builder())
                        .add(overload.declared()));
        return byName.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(
                        entry.getKey(), entry.getValue().build()))
                .toList();
    }

    private List<String> functionNames() {
        return java.util.stream.Stream.of(
                        functions.stream().map(Overload::function),
                        Names.MACROS.stream(),
                        List.of("size", "contains", "startsWith", "endsWith", "trim", "replace", "substring", "split")
                                .stream())
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("errors were looked for before", impossible);
        }
    }
}
