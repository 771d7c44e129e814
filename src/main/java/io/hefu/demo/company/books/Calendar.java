package io.hefu.demo.company.books;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Moments before today, on which everything in the books happened. */
record Calendar(LocalDate today, Dice dice) {
    /** A moment in working hours of that day, but not later than yesterday evening. */
    LocalDateTime during(LocalDate day) {
        LocalDate yesterday = today.minusDays(1);
        LocalTime time = LocalTime.of(dice.between(9, 17), dice.between(0, 59), dice.between(0, 59));
        return (day.isAfter(yesterday) ? yesterday : day).atTime(time);
    }

    LocalDateTime someMoment(int fewestDaysAgo, int mostDaysAgo) {
        return during(today.minusDays(dice.between(fewestDaysAgo, mostDaysAgo)));
    }

    /** That day, unless it lies ahead: then yesterday. */
    LocalDate notAhead(LocalDate day) {
        return day.isBefore(today) ? day : today.minusDays(1);
    }
}
