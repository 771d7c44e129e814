package io.hefu.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hefu.definition.Text;
import io.hefu.journey.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A saved plan: its id and lines, and the definitions that it was made under. It may be applied only while a plan made anew
 * has the same id.
 */
record PlanFile(int format, String id, Instant at, String definitions, List<Plan.Line> lines, List<Plan.Total> totals) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    static void write(Path file, Plan plan) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(
                            new PlanFile(FORMAT, plan.id(), plan.at(), plan.version(), plan.lines(), plan.totals())));
        } catch (IOException fault) {
            throw new Complaint(Text.of("%s 写不了：%s", "%s cannot be written: %s", file, fault.getMessage()));
        }
    }

    static PlanFile read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), PlanFile.class);
        } catch (IOException fault) {
            throw new Complaint(Text.of(
                    "%s 不是可读的计划文件；可尝试：hefu plan --out %s 重新生成",
                    "%s is no plan that can be read; try: hefu plan --out %s makes one anew", file, file));
        }
    }
}
