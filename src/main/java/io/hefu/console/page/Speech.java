package io.hefu.console.page;

import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@link Speaker}. */
@ControllerAdvice
class Speech {
    private final Console.Shown shown;

    Speech(Console.Shown shown) {
        this.shown = shown;
    }

    @ModelAttribute("say")
    Speaker speaker(Locale locale) {
        return new Speaker(locale, shown.books());
    }
}
