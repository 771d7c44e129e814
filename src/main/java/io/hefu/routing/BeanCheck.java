package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps that call a bean: it is there, it has the method with that many arguments (Camel would find out only when the step
 * runs), and a flow that is read or delivered has a mapping.
 */
final class BeanCheck implements RouteWalk.Visitor {
    /** The beans whose calls name a flow by system and entity. */
    private static final String READS = "intake";

    private static final String WRITES = "delivery";
    private static final Set<String> KEYS = Set.of("ref", "method", "id", "description", "note");

    private final RouteBeans beans;
    private final KnownFlows flows;
    private final Violations violations;

    BeanCheck(RouteBeans beans, KnownFlows flows, Violations violations) {
        this.beans = beans;
        this.flows = flows;
        this.violations = violations;
    }

    @Override
    public void step(String name, YamlNode content) {
        if (name.equals("bean")) {
            check(content);
        }
    }

    /** The method that a bean step calls; empty when it is not clear. */
    static Optional<Method> method(RouteBeans beans, YamlNode step) {
        List<Method> meant = ref(step)
                .flatMap(ref -> beans.type(ref.text()))
                .flatMap(type -> BeanCall.parse(call(step)).map(call -> call.meant(type)))
                .orElse(List.of());
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    static Optional<YamlScalar> ref(YamlNode step) {
        return step instanceof YamlMap map ? map.scalar("ref") : Optional.empty();
    }

    private static String call(YamlNode step) {
        return step instanceof YamlMap map ? map.text("method").orElse("") : "";
    }

    private void check(YamlNode step) {
        Optional<YamlScalar> ref = ref(step);
        boolean strange = !(step instanceof YamlMap map)
                || !KEYS.containsAll(map.entries().keySet());
        if (ref.isEmpty() || strange) {
            violations.add(
                    step.position(),
                    Text.of("步骤 bean 要写明用哪个 bean", "the step bean must say which bean"),
                    Text.same("bean: {ref: intake, method: \"read('crm', 'customer')\"}"),
                    Text.of("只写 ref 和 method", "write ref and method only"));
        } else if (beans.type(ref.get().text()).isEmpty()) {
            violations.add(
                    ref.get().position(),
                    Text.of(
                            "没有名为 %s 的 bean",
                            "there is no bean called %s", ref.get().text()),
                    Spelling.listed(beans.names()),
                    Spelling.didYouMean(
                            ref.get().text(), beans.names(), Text.of("用列出的名字之一", "use one of those names")));
        } else {
            method(ref.get().text(), beans.type(ref.get().text()).get(), (YamlMap) step);
        }
    }

    private void method(String bean, Class<?> type, YamlMap step) {
        Position at = step.has("method") ? step.at("method") : step.position();
        Optional<BeanCall> call = BeanCall.parse(call(step));
        List<Method> meant = call.map(written -> written.meant(type)).orElse(List.of());
        if (meant.size() == 1) {
            flow(bean, call.get(), at);
            return;
        }
        TreeSet<String> signatures = new TreeSet<>();
        BeanCall.methods(type).forEach(method -> signatures.add(BeanCall.signature(method)));
        Text what = step.has("method")
                ? Text.of("%s 没有方法 %s", "%s has no method %s", bean, call(step).trim())
                : Text.of("%s 有不止一个方法，要写明用哪个", "%s has several methods; say which", bean);
        Text attempt = Text.of("按列出的名字和参数个数写", "write a name and as many arguments as listed");
        violations.add(at, what, Spelling.listed(signatures), attempt);
    }

    private void flow(String bean, BeanCall call, Position at) {
        boolean reads = bean.equals(READS);
        if (!reads && !bean.equals(WRITES)
                || call.text(0).isEmpty()
                || call.text(1).isEmpty()) {
            return;
        }
        String flow = call.text(0).get() + "/" + call.text(1).get();
        Set<String> known = new TreeSet<>(reads ? flows.read() : flows.written());
        if (!known.contains(flow)) {
            Text what = reads
                    ? Text.of("%s 没有可读的映射", "%s has no mapping that reads", flow)
                    : Text.of("%s 没有可写的映射", "%s has no mapping that writes", flow);
            Text otherwise = Text.of(
                    "加上 mappings/%s.mapping.yaml 的 %s: 部分，或去掉这一步",
                    "add %s.mapping.yaml under mappings/ with its %s: part, or remove this step",
                    flow,
                    reads ? "read" : "write");
            violations.add(at, what, Spelling.listed(known), Spelling.didYouMean(flow, known, otherwise));
        }
    }
}
