package io.hefu.golden;

import io.hefu.golden.CompanyName.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A company's name in Latin letters: words, a legal form at the end, perhaps a place. */
final class WesternName {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern INSIDE = Pattern.compile("[.'’]");
    private static final Set<String> BRANCHES = Set.of("BRANCH", "NIEDERLASSUNG", "SUCCURSALE", "FILIALE");
    private static final Set<String> GROUPS = Set.of("GROUP", "HOLDING", "HOLDINGS", "GRUPPE", "GROUPE");
    private static final Set<String> TRADES = WordList.words("trades.txt");
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("CO", "LTD"),
            Map.entry("COMPANY", "LTD"),
            Map.entry("LTD", "LTD"),
            Map.entry("LIMITED", "LTD"),
            Map.entry("COLTD", "LTD"),
            Map.entry("PTE", "LTD"),
            Map.entry("PTY", "LTD"),
            Map.entry("PVT", "LTD"),
            Map.entry("PRIVATE", "LTD"),
            Map.entry("INC", "INC"),
            Map.entry("INCORPORATED", "INC"),
            Map.entry("CORP", "INC"),
            Map.entry("CORPORATION", "INC"),
            Map.entry("LLC", "LLC"),
            Map.entry("LLP", "LLP"),
            Map.entry("LP", "LP"),
            Map.entry("PLC", "PLC"),
            Map.entry("GMBH", "GMBH"),
            Map.entry("MBH", "GMBH"),
            Map.entry("AG", "AG"),
            Map.entry("KG", "KG"),
            Map.entry("SE", "SE"),
            Map.entry("SA", "SA"),
            Map.entry("SAS", "SAS"),
            Map.entry("SARL", "SARL"),
            Map.entry("SL", "SL"),
            Map.entry("SPA", "SPA"),
            Map.entry("SRL", "SRL"),
            Map.entry("BV", "BV"),
            Map.entry("NV", "NV"),
            Map.entry("AB", "AB"),
            Map.entry("OY", "OY"),
            Map.entry("AS", "AS"),
            Map.entry("APS", "APS"),
            Map.entry("KK", "KK"));

    private WesternName() {}

    /** @param normal without compatibility characters */
    static CompanyName of(String normal) {
        String upper = INSIDE.matcher(normal.toUpperCase(Locale.ROOT)).replaceAll("");
        List<String> words = new ArrayList<>(Arrays.stream(BETWEEN.split(upper))
                .filter(word -> !word.isEmpty())
                .toList());
        boolean branch = words.size() > 1 && words.removeIf(BRANCHES::contains);
        String ofBranch = branch ? peelPlace(words) : "";
        String form = peelForm(words);
        boolean group = words.size() > 1 && GROUPS.contains(last(words));
        if (group) {
            words.remove(words.size() - 1);
        }
        String place = peelPlace(words);
        Standing standing =
                branch ? Standing.BRANCH : group ? Standing.GROUP : form.isEmpty() ? Standing.UNSAID : Standing.COMPANY;
        List<String> trades = peelTrades(words);
        String brand = words.isEmpty() ? upper.strip() : String.join(" ", words);
        return new CompanyName(brand, String.join(" ", trades), place, form, standing, ofBranch, false);
    }

    private static String peelForm(List<String> words) {
        String form = "";
        while (words.size() > 1 && FORMS.containsKey(last(words))) {
            form = form.isEmpty() ? FORMS.get(last(words)) : form;
            words.remove(words.size() - 1);
        }
        return form;
    }

    private static List<String> peelTrades(List<String> words) {
        int brand = words.size();
        while (brand > 1 && TRADES.contains(words.get(brand - 1))) {
            brand--;
        }
        List<String> trades = List.copyOf(words.subList(brand, words.size()));
        words.subList(brand, words.size()).clear();
        return trades;
    }

    /** At the beginning or at the end, never so that nothing is left. */
    private static String peelPlace(List<String> words) {
        for (int at : new int[] {0, words.size() - 1}) {
            if (words.size() > 1) {
                Optional<String> path = PlaceNames.path(words.get(at));
                if (path.isPresent()) {
                    words.remove(at);
                    return path.get();
                }
            }
        }
        return "";
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
