package io.hefu.demo.company;

import io.hefu.demo.company.books.Company;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** The company's clock: the real time of day, on the day that the demo plays. */
final class CompanyClock {
    private CompanyClock() {}

    static Clock on(LocalDate today) {
        Clock real = Clock.system(Company.ZONE);
        long days = today.toEpochDay() - LocalDate.now(real).toEpochDay();
        return Clock.offset(real, Duration.ofDays(days));
    }
}
