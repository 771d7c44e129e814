package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Terms of payment 付款条件: a deposit due on the order's day, and the rest some days after delivery. */
public enum PayTerm {
    NET30("月结30天", "0.0000", 30, "电汇"),
    NET60("月结60天", "0.0000", 60, "电汇"),
    D30N30("预付30%余款30天", "0.3000", 30, "电汇"),
    D50N45("预付50%余款45天", "0.5000", 45, "电汇"),
    LC90("信用证90天", "0.0000", 90, "信用证"),
    NET120("月结120天", "0.0000", 120, "电汇");

    /** One payment that the terms ask for. */
    public record Instalment(int number, LocalDate due, BigDecimal share, BigDecimal amount) {}

    private final String title;
    private final BigDecimal depositRate;
    private final int balanceDays;
    private final String method;

    PayTerm(String title, String depositRate, int balanceDays, String method) {
        this.title = title;
        this.depositRate = new BigDecimal(depositRate);
        this.balanceDays = balanceDays;
        this.method = method;
    }

    public String title() {
        return title;
    }

    public BigDecimal depositRate() {
        return depositRate;
    }

    public int balanceDays() {
        return balanceDays;
    }

    public String method() {
        return method;
    }

    /** The rest is what the deposit leaves, so that the instalments sum to the gross to the cent. */
    public List<Instalment> plan(LocalDate ordered, LocalDate delivered, BigDecimal gross) {
        LocalDate balanceDue = delivered.plusDays(balanceDays);
        if (depositRate.signum() == 0) {
            return List.of(new Instalment(1, balanceDue, BigDecimal.ONE, gross));
        }
        BigDecimal deposit = gross.multiply(depositRate).setScale(2, RoundingMode.HALF_UP);
        return List.of(
                new Instalment(1, ordered, depositRate, deposit),
                new Instalment(2, balanceDue, BigDecimal.ONE.subtract(depositRate), gross.subtract(deposit)));
    }
}
