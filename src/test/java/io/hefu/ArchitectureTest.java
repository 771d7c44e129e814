package io.hefu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules. A module may use those that its line names, and whatever these may use; nothing points down the list. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;

    private static final Map<String, List<String>> MAY_USE = modules("""
            definition   : nothing of ours
            dictionary   : definition
            store        : dictionary
            expression   : dictionary
            systems      : dictionary
            mapping      : expression, systems
            ledger       : dictionary, store
            crosswalk    : ledger, systems
            golden       : crosswalk
            matching     : golden
            delivery     : mapping, golden
            rules        : expression, golden
            stages       : rules
            receivables  : rules, delivery
            drift        : mapping, ledger
            review       : ledger
            journey      : stages, receivables, drift, review, matching
            adapters     : mapping
            routing      : journey, adapters
            console      : journey, routing
            cli          : console
            servers      : definition
            demo         : cli, servers
            bench        : cli, servers
            """);

    private static final Set<String> LEAVES = Set.of("servers", "demo", "bench");

    private static JavaClasses hefu;

    @BeforeAll
    static void read() {
        hefu = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.hefu");
    }

    @TestFactory
    Stream<DynamicTest> eachModuleUsesOnlyWhatItsLineNames() {
        return MAY_USE.keySet().stream()
                .map(module -> DynamicTest.dynamicTest(
                        module + " may use " + MAY_USE.get(module),
                        () -> classes()
                                .that()
                                .resideInAPackage(all(module))
                                .should()
                                .onlyDependOnClassesThat(resideOutsideOfPackages("io.hefu..")
                                        .or(resideInAnyPackage(packages(reachable(module)))))
                                .allowEmptyShould(true)
                                .check(hefu)));
    }

    @Test
    void everyPackageBelongsToAModuleOfTheList() {
        assertThat(hefu.stream().map(ArchitectureTest::module).distinct()).isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void noModuleUsesAnotherInACircle() {
        slices().matching("io.hefu.(*)..").should().beFreeOfCycles().check(hefu);
    }

    @Test
    void onlyAdaptersAndRoutingKnowCamel() {
        noClasses()
                .that(resideOutsideOfPackages(all("adapters"), all("routing")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(hefu);
    }

    @Test
    void onlyTheConsoleKnowsSpringAndTheAdaptersItsDataSource() {
        noClasses()
                .that(resideOutsideOfPackages(all("console"), all("adapters")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(hefu);
    }

    @Test
    void noAdapterKnowsAnother() {
        slices().matching("io.hefu.adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackageOfAdapters(), resideInAnyPackage("io.hefu.adapters.settings.."))
                .check(hefu);
    }

    @Test
    void nothingInTheProductDependsOnItsLeaves() {
        noClasses()
                .that(resideOutsideOfPackages(packages(LEAVES)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(LEAVES))
                .check(hefu);
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        Set<String> empty =
                Set.of("util", "utils", "common", "service", "services", "manager", "helper", "helpers", "misc");
        assertThat(hefu.stream().map(JavaClass::getPackageName).flatMap(name -> Stream.of(name.split("\\."))))
                .doesNotContainAnyElementsOf(empty);
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Service|Impl)(\\$.*)?")
                .check(hefu);
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        for (String module :
                List.of("dictionary", "mapping", "golden", "delivery", "rules", "receivables", "journey")) {
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(all(module))
                    .should()
                    .notHaveRawType(double.class)
                    .andShould()
                    .notHaveRawType(Double.class)
                    .andShould()
                    .notHaveRawType(float.class)
                    .allowEmptyShould(true)
                    .check(hefu);
        }
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(all("dictionary"))
                .should()
                .notHaveRawReturnType(double.class)
                .check(hefu);
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        List<Path> silent = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(SOURCES.resolve("io/hefu"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (holdsClasses(folder) && !Files.exists(folder.resolve("package-info.java"))) {
                    silent.add(folder);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noFileIsLongerThanAPersonReadsAtOnce() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path root : List.of(SOURCES, Path.of("src/test/java"), Path.of("src/main/resources"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    long lines = Files.readAllBytes(file).length == 0
                            ? 0
                            : Files.readString(file).lines().count();
                    if (lines > LONGEST_FILE) {
                        tooLong.add(file + ": " + lines);
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static boolean holdsClasses(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> resideInAPackageOfAdapters() {
        return resideInAnyPackage("io.hefu.adapters..");
    }

    private static String module(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : type.getName();
    }

    private static Set<String> reachable(String module) {
        Set<String> reached = new LinkedHashSet<>(Set.of(module));
        MAY_USE.get(module).forEach(used -> reached.addAll(reachable(used)));
        return reached;
    }

    private static String[] packages(Set<String> modules) {
        return modules.stream().map(ArchitectureTest::all).toArray(String[]::new);
    }

    private static String all(String module) {
        return "io.hefu." + module + "..";
    }

    private static Map<String, List<String>> modules(String lines) {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        for (String line : lines.lines().toList()) {
            String[] sides = line.split(":");
            List<String> used = Stream.of(sides[1].split(","))
                    .map(String::strip)
                    .filter(name -> !name.equals("nothing of ours"))
                    .toList();
            assertThat(modules.keySet())
                    .as("what " + sides[0] + " may use stands above it")
                    .containsAll(used);
            modules.put(sides[0].strip(), used);
        }
        return modules;
    }
}
