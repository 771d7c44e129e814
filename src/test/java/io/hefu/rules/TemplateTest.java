package io.hefu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private final Violations violations = new Violations();

    private Templates shipped(Optional<Text> company) {
        return TemplatesCompiler.compile(
                Definitions.load(Installation.SHIPPED, List.of(TemplatesCompiler.TEMPLATES), violations),
                new Letterhead("zh", company),
                violations);
    }

    @Test
    void aCompanyThatIsNotSetIsToldOfEachTemplateThatNamesIt() {
        shipped(Optional.empty());

        assertThat(violations.all())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.in(Locale.ENGLISH))
                        .matches("config/templates/customer-[a-z-]+[.]template[.]yaml:[0-9]+ body[.]zh: .*")
                        .contains("{company} has no value", "config/application.yaml"));
    }

    @Test
    void whatAReceivableWasInAllMayBeNamed() {
        assertThat(Template.PLACEHOLDERS).contains("gross");
    }

    @Test
    void everyShippedTemplateIsFilledInBothLanguages() {
        Templates templates = shipped(Optional.of(Text.same("合远")));

        assertThat(violations.isEmpty()).isTrue();
        assertThat(templates.all()).hasSize(6).allSatisfy(template -> {
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                String mail = template.subject(locale, values()) + template.body(locale, values());
                assertThat(mail).contains("三丰精密", "YS-1", "14464.00 CNY").doesNotContain("{", "}", "—");
            }
        });
    }

    @Test
    void aValueCannotAddAHeaderOrASecondFilling() {
        Template template = new Template("t", Text.same("To {customer}"), Text.same("{customer}"), Position.of("t"));
        Map<String, String> values = Map.of("customer", "A\r\nBcc: x@example.com {due} $1");

        assertThat(template.subject(Locale.ENGLISH, values)).isEqualTo("To A Bcc: x@example.com {due} $1");
        assertThat(template.body(Locale.ENGLISH, values)).isEqualTo("A\r\nBcc: x@example.com {due} $1");
    }

    private static Map<String, String> values() {
        return Map.of(
                "customer",
                "三丰精密",
                "receivable",
                "YS-1",
                "order",
                "SO-1",
                "open",
                "14464.00 CNY",
                "due",
                "2026-11-30",
                "days",
                "3",
                "salesperson",
                "陈志远",
                "company",
                "合源");
    }
}
