package io.hefu.demo.company;

import io.hefu.demo.company.books.Company;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The company's clock: it goes on from ten in the morning of the day that the demo plays, whatever the hour is outside. */
final class CompanyClock {
    private CompanyClock() {}

    static Clock on(LocalDate today) {
        Clock real = Clock.system(Company.ZONE);
        Instant ten = today.atTime(10, 0).atZone(Company.ZONE).toInstant();
        return Clock.offset(real, Duration.between(real.instant(), ten));
    }
}
