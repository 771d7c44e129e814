package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at the terminal, over two real databases and a real hub. */
class CommandsTest {
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @TempDir
    Path folder;

    private SmallCompany company;

    @BeforeEach
    void company() {
        company = SmallCompany.in(folder);
    }

    @Test
    void checkTellsInOneLineThatAllIsInOrder() {
        Typed typed = zh("check");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("定义无误：15 个实体，2 个系统，3 个映射");
    }

    @Test
    void checkTellsEveryFaultWithItsLine() {
        company.write("mappings/crm/customer.mapping.yaml", """
                system: crm
                entity: customer
                read: {resource: accounts, key: id}
                fields: {number: account_no, nmae: account_name}
                """);
        Typed typed = en("check");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .contains("mappings/crm/customer.mapping.yaml:4 ")
                .contains("nmae");
        assertThat(typed.err()).contains("faults in all.");
    }

    @Test
    void checkTellsPlaceholdersAndTemplatesOfSystemsThatStandForNothing() {
        company.write("config/systems/depot.system.yaml", """
                system: depot
                title: {zh: 仓库, en: Depot}
                kind: http
                zone: Asia/Shanghai
                transport: direct:depot-http
                auth: {kind: basic, user: "{{depot.usre}}", secret: file:secrets/depot.key}
                resources:
                  bins: {list: {path: "/bins?since={sinse}", items: "$.["}}
                """);
        company.write("config/secrets/depot.key", "geheim");
        company.open("config/secrets/depot.key");
        Typed typed = zh("check");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .contains("config/systems/depot.system.yaml:6 auth.user: 占位符 {{depot.usre}} 没有值")
                .contains("config/systems/depot.system.yaml:6 auth.secret: 谁都能读文件 secrets/depot.key")
                .contains("可尝试：chmod 600 config/secrets/depot.key")
                .contains("config/systems/depot.system.yaml:8 resources.bins.list.path: 模板里的 {sinse} 没有值")
                .contains("是否想写 since？")
                .contains("config/systems/depot.system.yaml:8 resources.bins.list.items: “$.[”不是 JSON 中的位置")
                .doesNotContain("geheim");
    }

    @Test
    void checkTellsSecretsThatAreNotHereWithoutCallingTheFilesFaulty() {
        company.write("config/systems/depot.system.yaml", """
                system: depot
                title: {zh: 仓库, en: Depot}
                kind: jdbc
                zone: Asia/Shanghai
                url: jdbc:postgresql://depot/depot
                user: hub
                secret: file:secrets/depot.password
                """);
        Typed typed = en("check");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("The definitions are in order");
        assertThat(typed.err())
                .contains("config/systems/depot.system.yaml:7 secret: the file secrets/depot.password cannot be read");
    }

    @Test
    void checkDoesNotCallStepsWrongThatNameAMappingWithAFault() {
        company.write("mappings/crm/customer.mapping.yaml", "system: crm\nsystem: crm\n");
        Typed typed = en("check");
        assertThat(typed.out().lines()).hasSize(1).first().asString().contains("the key system stands twice");
    }

    @Test
    void readingTellsTheEquation() {
        assertThat(zh("read", "crm/customer").out()).startsWith("读取 3 = 已应用 3 + 未变化 0");
        assertThat(en("read", "crm/opportunity").out())
                .startsWith("read 4 = applied 2 + unchanged 0 + waiting 1 + quarantined 1 + dropped 0");
        assertThat(en("sweep", "crm/opportunity").out())
                .startsWith("read 4 = applied 0 + unchanged 2 + waiting 1 + quarantined 1");
    }

    @Test
    void readingWhatNobodyMappedNamesWhatThereIs() {
        Typed typed = en("read", "crm/oportunity");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains(
                        "nothing reads crm/oportunity; allowed: crm/customer, crm/opportunity; try: did you mean crm/opportunity?");
        assertThat(zh("read", "crm").err()).contains("“crm”不是 系统/实体");
    }

    @Test
    void heldListsWhatWaitsWithWhatToTry() {
        loaded();
        Typed typed = zh("held");
        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains("隔离", "等待引用", "疑似重复")
                .contains("原因 quotation_status：未知代码 \"已成交\"")
                .contains("命令 hefu retry 1")
                .contains("等待 crm 中的 customer 9");
        assertThat(en("held", "--kind", "waiting").out()).contains("waits for").doesNotContain("quarantined");
        assertThat(en("held", "--system", "erp").out()).startsWith("Nothing waits.");
        assertThat(en("held", "--output", "json").out()).contains("\"kindId\" : \"quarantined\"", "\"id\" : \"1\"");
        assertThat(zh("held", "--kind", "waitng").err()).contains("没有类别 waitng", "是否想写 waiting");
    }

    @Test
    void aHeldStageIsReleasedByANamedPersonAndExplained() {
        loaded();
        company.crm("update leads set quotation_status = '已报价' where id = 1");
        assertThat(en("read", "crm/opportunity").out()).contains("held 1");
        String uid = uidIn(en("held", "--kind", "held").out());
        assertThat(zh("explain", uid).out()).contains("销售阶段 (stage)", "需求确认（need-confirmed）", "扣留中 方案报价（offer）");
        assertThat(zh("release", uid, "stage").err()).contains("缺少 --by, --why");
        assertThat(zh("release", uid, "stage", "--by", "王芳", "--why", "纸质报价单已核对")
                        .code())
                .isZero();
        assertThat(en("explain", "SJ-2026-0001").out())
                .contains("Offer (offer)")
                .doesNotContain("What waits or is held");
        assertThat(en("release", uid, "stage", "--by", "王芳", "--why", "again").err())
                .contains("is not held");
    }

    @Test
    void aQuarantinedRecordIsRetriedAfterTheMappingWasMended() {
        loaded();
        assertThat(zh("retry", "1").err()).contains("第 1 号记录仍未通过", "已成交");
        company.write("mappings/crm/opportunity.mapping.yaml", """
                system: crm
                entity: opportunity
                read: {resource: leads, key: id}
                fields:
                  number: lead_no
                  customer: {from: account_id}
                  stage: {from: quotation_status, codes: {待联系: first-contact, 需求确认: need-confirmed, 已报价: offer, 已成交: lost}}
                  expected: {from: amount, currency: CNY}
                """);
        assertThat(zh("retry", "1").out()).contains("第 1 号记录已通过");
        assertThat(zh("retry", "1").err()).contains("第 1 号记录已经通过");
    }

    @Test
    void aParkedRecordIsGivenUpWithAReason() {
        loaded();
        assertThat(en("discard", "1", "--by", "王芳", "--why", " ").err()).contains("--why must not be empty");
        assertThat(en("discard", "1", "--by", "王芳", "--why", "test data").out()).contains("Record 1 is given up.");
        assertThat(en("discard", "1", "--by", "王芳", "--why", "again").err()).contains("record 1 was given up");
        assertThat(en("discard", "99", "--by", "王芳", "--why", "x").err()).contains("there is no record 99");
        assertThat(en("held", "--kind", "quarantined").out()).startsWith("Nothing waits.");
    }

    @Test
    void aColumnThatNobodyDecidedAboutPausesItsFlowAndNoReleaseHelps() {
        loaded();
        company.crm("alter table leads add column screen text");
        Typed paused = zh("read", "crm/opportunity");
        assertThat(paused.code()).isEqualTo(1);
        assertThat(paused.err()).contains("crm/opportunity 已暂停", "screen");
        assertThat(zh("status").out()).contains("已暂停");
        assertThat(zh("held", "--kind", "paused").out())
                .contains("crm/opportunity")
                .doesNotContain("hefu release");
        Typed released = en("release", "crm/opportunity", "--by", "王芳", "--why", "x");
        assertThat(released.code()).isEqualTo(1);
        assertThat(released.err())
                .contains(
                        "no release lets crm/opportunity go on", "screen", "or say under dropped why it is not wanted");
        company.crm("alter table leads drop column screen");
        assertThat(en("read", "crm/opportunity").code()).isZero();
        assertThat(en("release", "crm/opportunity", "--by", "王芳", "--why", "x").err())
                .contains("is not paused");
    }

    @Test
    void aRetypedColumnPausesItsFlowUntilAPersonAccepts() {
        loaded();
        company.crm("alter table leads rename column lead_no to former");
        company.crm("alter table leads add column lead_no blob");
        company.crm("update leads set lead_no = former");
        company.crm("alter table leads drop column former");
        assertThat(en("read", "crm/opportunity").err()).contains("the type of the field");
        assertThat(zh("held", "--kind", "paused").out()).contains("hefu release crm/opportunity --by … --why …");
        assertThat(zh("release", "crm/opportunity", "--by", "王芳", "--why", "x").code())
                .isZero();
        assertThat(zh("held", "--kind", "paused").out()).startsWith("没有等待");
        assertThat(en("read", "crm/opportunity").code()).isZero();
    }

    @Test
    void aPlanWritesNothingAndIsCarriedOutOnlyWhileItHolds() {
        loaded();
        Path plan = folder.resolve("plan.json");
        Typed planned = en("plan", "--out", plan.toString());
        assertThat(planned.code()).isEqualTo(2);
        assertThat(planned.out()).contains("+  finance/customer  C00001").contains("off");
        assertThat(company.finance("select count(*) from debtors")).isZero();
        company.writing(true);
        assertThat(en("apply", plan.toString()).err()).contains("the world moved");
        assertThat(en("plan", "--out", plan.toString()).code()).isEqualTo(2);
        assertThat(en("apply", plan.toString()).out()).contains("created 3");
        assertThat(company.finance("select count(*) from debtors")).isEqualTo(3);
        assertThat(en("plan").code()).isZero();
        assertThat(en("apply", folder.resolve("none.json").toString()).err()).contains("there is no file");
    }

    @Test
    void statusTellsFlowsTotalsAndCounts() {
        loaded();
        assertThat(zh("status").out())
                .contains("crm/opportunity  旧CRM · 商机  正常")
                .contains("读取 7 = 已应用 5 + 未变化 0 + 等待 1 + 隔离 1 + 丢弃 0")
                .contains("客户 3")
                .contains("finance/customer 待写 3");
    }

    @Test
    void aSystemThatCannotBeReadIsShownByEveryProcessUntilItCanBeAgain() throws Exception {
        loaded();
        Path away = Files.move(folder.resolve("crm.db"), folder.resolve("away.db"));
        assertThat(zh("read", "crm/customer").code()).isEqualTo(1);
        assertThat(zh("status").out()).contains("读取失败", "config/systems/crm.system.yaml:5 url");
        assertThat(zh("held", "--kind", "unread").out())
                .contains("读取失败  crm/customer", "命令 hefu read crm/customer")
                .contains("config/systems/crm.system.yaml:5 url");
        Files.move(away, folder.resolve("crm.db"));
        assertThat(zh("read", "crm/customer").code()).isZero();
        assertThat(zh("status").out()).doesNotContain("读取失败");
        assertThat(zh("held", "--kind", "unread").out()).startsWith("没有等待");
    }

    @Test
    void whatTargetsShouldKnowIsCountedOnceAndInTheReadersLanguage() {
        company.writing(true);
        loaded();
        assertThat(zh("status").out()).contains("待告知目标系统：finance/customer 待写 3");
        assertThat(en("status").out()).contains("wanted by targets: finance/customer to be written 3");
    }

    @Test
    void aPlanThatWasAlteredIsNotCarriedOut() throws Exception {
        loaded();
        Path plan = folder.resolve("plan.json");
        assertThat(en("plan", "--out", plan.toString()).code()).isEqualTo(2);
        Files.writeString(plan, Files.readString(plan).replace("C00001", "C99999"));
        assertThat(zh("apply", plan.toString()).err()).contains("被改动过", "hefu plan --out 重新生成并查看");
        Typed again = en("plan", "--out", plan.toString());
        assertThat(again.code()).as("a plan may take the place of a plan").isEqualTo(2);
    }

    @Test
    void aPlanOverwritesNothingButAPlan() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear customer");
        Typed typed = en("plan", "--out", letter.toString());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("is there already and is no plan").doesNotContain("reading");
        assertThat(letter).hasContent("dear customer");
        assertThat(zh("plan", "--out", folder.resolve("no/plan.json").toString())
                        .err())
                .contains("没有这个文件夹");
        assertThat(zh("apply", folder.resolve("gone.json").toString()).err()).contains("没有文件");
        assertThat(en("apply", letter.toString()).err()).contains("is no plan that can be read");
    }

    @Test
    void wrongValuesOfOptionsAreSaidInTheReadersLanguageWithoutAStackTrace() {
        assertThat(zh("run", "--port", "99999").err())
                .contains("99999 不是端口；允许：0 到 65535")
                .doesNotContain("\tat ");
        assertThat(zh("run", "--port", "abc").err()).contains("--port 不能是“abc”；允许：整数");
        assertThat(zh("status", "--output", "xml").err()).contains("--output 不能是“xml”；允许：table, json");
        assertThat(zh("held", "--limit", "0").err()).contains("--limit 不能是 0");
        Typed french = Typed.plain(java.util.Locale.CHINESE, "--language", "fr", "version");
        assertThat(french.code()).isEqualTo(1);
        assertThat(french.err()).contains("没有语言 fr；允许：zh, en");
    }

    @Test
    void aListThatWasCutSaysSo() {
        loaded();
        company.crm("insert into leads values (5, 'SJ-2026-0005', 9, '待联系', 7)");
        en("read", "crm/opportunity");
        assertThat(en("held", "--kind", "waiting", "--limit", "1").err()).contains("there may be more");
        assertThat(en("held", "--kind", "waiting").err()).isEmpty();
        assertThat(zh("status").out()).contains("此刻等待 2 条，隔离 1 条");
    }

    @Test
    void explainNamesWhatDidNotPassYet() {
        loaded();
        assertThat(zh("explain", "crm/opportunity/3").err()).contains("crm/opportunity 的 3 还没有通过", "未知代码 \"已成交\"");
    }

    @Test
    void aFolderThatIsNoInstallationIsRefusedAndNothingIsMadeInIt() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Typed typed = Typed.in(java.util.Locale.CHINESE, empty, "status");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("不是 Hefu 的安装文件夹", "--home");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void explainFindsByNumberByKeyAndByUid() {
        loaded();
        String byNumber = en("explain", "SJ-2026-0001").out();
        assertThat(byNumber).contains("Opportunity SJ-2026-0001", "120,000 CNY", "C00001 深圳市蓝海电子股份有限公司");
        assertThat(en("explain", "crm/opportunity/1").out()).isEqualTo(byNumber);
        assertThat(en("explain", uidIn(byNumber)).out()).isEqualTo(byNumber);
        assertThat(en("explain", "SJ-2026-0001", "--output", "json").out()).contains("\"entity\" : \"opportunity\"");
        assertThat(zh("explain", "XX").err()).contains("没有“XX”");
    }

    @Test
    void aRetryOfADeliveryNeedsOneThatFailed() {
        loaded();
        assertThat(en("retry", "finance/customer/nonsense").err()).contains("is neither a record's number nor");
        String uid = uidIn(en("explain", "C00001").out());
        assertThat(en("retry", "finance/customer/" + uid).err()).contains("nothing of finance/customer/" + uid);
    }

    @Test
    void faultyDefinitionsStopReadingButNotLooking() {
        loaded();
        company.write(
                "mappings/crm/opportunity.mapping.yaml", "system: crm\nentity: opportunity\nfields: {}\nnonsense: 1\n");
        Typed read = en("read", "crm/customer");
        assertThat(read.code()).isEqualTo(1);
        assertThat(read.err()).contains("mappings/crm/opportunity.mapping.yaml:4");
        assertThat(en("held").code()).isZero();
        assertThat(en("explain", "SJ-2026-0001").code()).isZero();
    }

    @Test
    void aHomeThatIsNotThereIsNamed() {
        Typed typed = Typed.in(Language.EN, folder.resolve("nowhere"), "held");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("there is no folder " + folder.resolve("nowhere"));
        assertThat(Files.exists(folder.resolve("nowhere"))).isFalse();
    }

    private void loaded() {
        assertThat(en("read", "crm/customer").code()).isZero();
        assertThat(en("read", "crm/opportunity").code()).isZero();
    }

    private Typed zh(String... words) {
        return Typed.in(Language.ZH, company.folder(), words);
    }

    private Typed en(String... words) {
        return Typed.in(Language.EN, company.folder(), words);
    }

    private static String uidIn(String text) {
        Matcher matcher = UID.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }
}
