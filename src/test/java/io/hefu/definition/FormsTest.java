package io.hefu.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The forms that people may write, kind by kind, and what is said of a slip in one of them. */
class FormsTest {
    private static final String MAPPING = """
            system: crm
            entity: opportunity
            read: {resource: leads, key: id, changed: updated_at, overlap: 5m, batch: 500, charset: GB18030, newFields: report}
            fields:
              number: lead_no
              customer: {from: account_id}
              order: {from: ddh, by: number}
              owner: {from: owner, system: erp}
              stage: {from: quotation_status, codes: {待联系: first-contact, 已报价: offer}, oneWay: true}
              expected: {from: amount, currency: CNY, decimal: ",", thousands: "."}
              gross: {from: je, currency: {from: bz, codes: {人民币: CNY}}}
              issued: {from: ysrq, format: yyyyMMdd}
              expectedClose: {from: expected_close, format: [dd/MM/yyyy, yyyy-MM-dd]}
              name: {from: [first, last], join: " "}
              source: {from: channel, split: _, part: 1, always: true}
              sj: {from: subject, pattern: '(SJ-\\d{4}-\\d{4})'}
              city: address.city
              kind: {constant: offer}
              total: {cel: row.a + row.b, reads: [a, b], back: {a: record.total}}
              lines: {from: lines, each: {number: line_no, unit: {from: unit, codes: {台: unit}}}}
            dropped:
              screen_layout: {why: only the old CRM's own screens read it, by: sales operations, decided: "2026-01-08"}
            write:
              update: [stage, expected]
              create: {find: lead_no}
              delete: never
              when: record.stage != 'lost'
            """;

    @Test
    void everyFormOfAMappingFits() {
        assertThat(told("mapping", MAPPING)).isEmpty();
    }

    @Test
    void aSlipInsideAFormIsToldAsThatForm() {
        assertThat(told("mapping", MAPPING.replace("oneWay: true", "oneway: true")))
                .startsWith("f:9 fields.stage.oneway: unknown key oneway;")
                .endsWith("try: did you mean oneWay?");
    }

    @Test
    void aValueOfNoFormIsToldWithAllOfThem() {
        assertThat(told("mapping", MAPPING.replace("number: lead_no", "number: [lead_no]")))
                .isEqualTo(
                        "f:5 fields.number: a list cannot stand here; allowed:"
                                + " a text: a column or key of the source, nested with dots: address.city;"
                                + " a map (key: value): a map that says more, such as {from: source field}; try: such as lead_no");
    }

    @Test
    void aSlipTwoFormsDeepIsToldWhereItStands() {
        assertThat(told("mapping", MAPPING.replace("codes: {台: unit}}}", "code: {台: unit}}}")))
                .startsWith("f:20 fields.lines.each.unit.code: unknown key code;");
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        String faulty = MAPPING.replace("key: id,", "").replace("delete: never", "delete: sometimes");
        assertThat(told("mapping", faulty).lines()).hasSize(2);
    }

    @Test
    void everyFormOfASystemFits() {
        assertThat(told("system", """
                system: crm
                title: {zh: 旧CRM, en: Legacy CRM}
                kind: http
                transport: direct:crm-http
                zone: Asia/Shanghai
                resources:
                  leads:
                    list: {method: GET, path: "/api/leads?since={since}&page={page}", items: $.data, more: $.hasMore}
                    find: {method: GET, path: "/api/leads?lead_no={value}", items: $.data}
                    update: {method: PATCH, path: "/api/leads/{key}"}
                writing:
                  opportunity: {enabled: true, by: 王芳, since: "2026-11-20", plan: 7f3a}
                """)).isEmpty();
        assertThat(told("system", """
                system: mailbox
                title: {zh: 邮箱, en: Mailbox}
                kind: mail
                host: "{{mail.host}}"
                port: "{{mail.port}}"
                user: hub@heyuan.example
                secret: env:MAILBOX_SECRET
                zone: Asia/Shanghai
                resources: {mails: {folder: INBOX}}
                """)).isEmpty();
        assertThat(told("system", """
                system: finance
                title: {zh: 财务, en: Finance}
                kind: jdbc
                zone: Asia/Shanghai
                url: "jdbc:mariadb://127.0.0.1/finance"
                charset: GB18030
                quirks: {zeroDates: nothing}
                limits: {page: 20000, lock: 5s}
                resources:
                  dingdan: {children: {jihua: {table: shoukuan_jihua, parent: ddh, key: qs}}}
                  kehu: {table: finance.kehu, raw: [khmc], changedFormat: yyyyMMddHHmmss}
                """)).isEmpty();
        assertThat(told("system", """
                system: outbox
                title: {zh: 发信, en: Outgoing mail}
                kind: smtp
                zone: Asia/Shanghai
                transport: direct:smtp-out
                from: hub@heyuan.example
                allow: ["@heyuan.example"]
                """)).isEmpty();
    }

    @Test
    void aJsonRpcInterfaceWithSessionAndTaggedValuesFits() throws java.io.IOException {
        try (var file = FormsTest.class.getResourceAsStream("/http/tagged-session.yaml")) {
            assertThat(told("system", """
                    system: erp
                    title: {zh: ERP, en: ERP}
                    kind: http
                    zone: UTC
                    transport: direct:erp-http
                    """ + new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void everyFormOfARuleFits() {
        assertThat(told("rules", """
                - id: due-minus-7
                  title: {zh: 到期前七天提醒业务员, en: Seven days before the due date}
                  of: receivable
                  when: record.state != 'settled'
                  then: {remind: {step: before-due, to: salesperson, template: reminder-before-due}}
                  mode: enforce
                  owner: finance
                  clock: {field: due, offset: -7d, at: "09:00", onHoliday: previous}
                  examples:
                    - {given: {state: open, due: 2026-12-20}, today: 2026-12-13, expect: remind}
                    - {given: {state: settled}, expect: nothing}
                """)).isEmpty();
    }

    @Test
    void everyFormOfStagesCalendarsAndTemplatesFits() {
        assertThat(told("stages", """
                of: opportunity
                field: stage
                title: {zh: 销售阶段, en: Sales stages}
                clock: stageSince
                mode: enforce
                owner: sales-operations
                stages:
                  - {code: first-contact, allowed: [need-confirmed]}
                  - {code: need-confirmed}
                fromAny: [lost]
                others:
                  - {id: tender, title: {zh: 咨询到签约, en: From enquiry to contract}, names: {first-contact: 咨询}}
                """)).isEmpty();
        assertThat(told("calendar", """
                title: {zh: 2027年放假安排, en: Days off in 2027}
                region: CN
                year: 2027
                holidays: [2027-01-01, 2027-02-05..2027-02-11]
                workdays: ["2027-02-13"]
                """)).isEmpty();
        assertThat(told("template", """
                title: {zh: 到期提醒, en: Due today}
                subject: {zh: "应收款 {number} 今日到期", en: "Receivable {number} is due today"}
                body: {zh: "您好", en: "Good day"}
                """)).isEmpty();
    }

    private static String told(String kind, String yaml) {
        Violations violations = new Violations();
        YamlReader.read("f", yaml.getBytes(StandardCharsets.UTF_8), violations)
                .ifPresent(node -> Schema.of(new DefinitionKind(kind, "")).check(node, violations));
        return violations.all().stream().map(v -> v.in(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }
}
