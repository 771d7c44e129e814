package io.hefu.demo.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.servers.Login;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo company on real servers: what was promised is there, ties, and changes live. */
class DemoCompanyIT {
    @TempDir
    static Path directory;

    private static DemoCompany company;

    @BeforeAll
    static void start() {
        company = DemoCompany.start(directory, LocalDate.of(2026, 11, 24), 20260701);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void theErpTiesToTheCent() throws SQLException {
        Login erp = company.endpoints().erp();
        assertThat(value(erp, "select count(*) from erp.sal_order")).isEqualTo("800");
        assertThat(value(erp, "select count(*) from erp.bd_customer")).isEqualTo("280");
        assertThat(value(erp, "select count(*) from erp.sal_quotation")).isEqualTo("110");
        assertThat(value(
                        erp,
                        "select count(*) from erp.sal_order o where gross_amount <> (select sum(gross_amount)"
                                + " from erp.sal_orderentry e where e.order_id = o.order_id)"
                                + " or gross_amount <> net_amount + tax_amount"))
                .isEqualTo("0");
    }

    @Test
    void financeTiesToTheCentInItsOwnFormats() throws SQLException {
        Login finance = company.endpoints().finance();
        assertThat(value(finance, "select count(*) from kehu")).isEqualTo("260");
        assertThat(value(
                        finance,
                        "select count(*) from yingshou y where je regexp '^[0-9,]+[.][0-9]{2}$' and"
                                + " cast(replace(je, ',', '') as decimal(18,2)) <> ye + (select coalesce(sum(hxje), 0)"
                                + " from hexiao h where h.ysdh = y.ysdh)"))
                .isEqualTo("0");
        assertThat(value(
                        finance,
                        "select count(*) from shoukuan s where cast(replace(je, ',', '') as decimal(18,2)) <>"
                                + " wfpje + (select coalesce(sum(hxje), 0) from hexiao h where h.skdh = s.skdh)"))
                .isEqualTo("0");
        assertThat(value(finance, "select count(*) from yingshou where je not regexp '^[0-9,]+[.][0-9]{2}$'"))
                .isEqualTo("1");
        assertThat(value(finance, "select count(*) from yingshou where dqr not regexp '^20[0-9]{6}$'"))
                .isEqualTo("0");
        assertThat(value(finance, "select count(*) from dingdan")).isEqualTo("0");
    }

    @Test
    void theHubMayReadTheErpAndWriteInFinance() throws SQLException {
        Login erp = company.endpoints().erp();
        assertThatThrownBy(() -> change(erp, "update erp.sal_order set close_status = 'B'"))
                .hasMessageContaining("permission denied");
        assertThat(change(
                        company.endpoints().finance(),
                        "insert into dingdan (ddh, khbm, ddrq, bz, bhsje, se, hsje) values ('T', 'K10002', '20260101',"
                                + " '人民币', 1, 0, 1)"))
                .isEqualTo(1);
        assertThat(change(company.endpoints().finance(), "delete from dingdan where ddh = 'T'"))
                .isEqualTo(1);
    }

    @Test
    void aNewOrderIsApprovedInTheErp() throws SQLException {
        String number = company.changes().newApprovedOrder();
        Login erp = company.endpoints().erp();
        assertThat(value(erp, "select document_status from erp.sal_order where order_no = '" + number + "'"))
                .isEqualTo("C");
        assertThat(value(erp, "select order_no from erp.sal_order order by modified_at desc limit 1"))
                .isEqualTo(number);
        String approved = company.changes().approveOrder();
        assertThat(value(erp, "select document_status from erp.sal_order where order_no = '" + approved + "'"))
                .isEqualTo("C");
    }

    @Test
    void aPaymentSettlesTheOverdueReceivable() throws SQLException {
        String receivable = company.changes().registerPayment();
        Login finance = company.endpoints().finance();
        assertThat(company.knownFaults().get(KnownFaults.OVERDUE).keys("finance"))
                .contains(receivable);
        assertThat(value(finance, "select concat(ye, zt) from yingshou where ysdh = '" + receivable + "'"))
                .isEqualTo("0.00已核销");
        assertThat(value(finance, "select ysdh from yingshou order by gxsj desc limit 1"))
                .isEqualTo(receivable);
    }

    @Test
    void everyOtherChangeCanBeMade() throws SQLException {
        assertThat(company.changes().moveLead()).startsWith("SJ-");
        company.changes().renameCrmField();
        String lead = company.changes().newMail();
        assertThat(lead).isEqualTo(KnownFaults.withoutOffer(company.books()).number());
        String code = company.changes().customerMoves();
        assertThat(value(
                        company.endpoints().erp(),
                        "select address from erp.bd_customer where cust_code = '" + code + "'"))
                .contains("新厂");
    }

    private static int change(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static String value(Login login, String query) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
