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
import java.util.Optional;

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

    /** Before a plan is made, which takes its time: whether it can be put there, and overwrites nothing but a plan. */
    static void requirePlace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new Complaint(Text.of(
                    "计划写不到 %s：没有这个文件夹，或没有写权限；可尝试：换一个 --out",
                    "the plan cannot be put at %s: there is no such folder, or no right to write in it; try: another --out",
                    file));
        }
        if (Files.exists(file) && parsed(file).isEmpty()) {
            throw new Complaint(Text.of(
                    "%s 已经存在，而且不是计划文件，不予覆盖；可尝试：换一个 --out",
                    "%s is there already and is no plan: it is not overwritten; try: another --out", file));
        }
    }

    static PlanFile read(Path file) {
        if (!Files.exists(file)) {
            throw new Complaint(Text.of(
                    "没有文件 %s；可尝试：先用 hefu plan --out 生成计划",
                    "there is no file %s; try: hefu plan --out makes a plan", file));
        }
        PlanFile plan = parsed(file)
                .orElseThrow(() -> new Complaint(Text.of(
                        "%s 不是可读的计划文件；可尝试：hefu plan --out 重新生成",
                        "%s is no plan that can be read; try: hefu plan --out makes one anew", file)));
        if (!Plan.idOf(plan.lines()).equals(plan.id())) {
            throw new Complaint(Text.of(
                    "计划文件 %s 被改动过，内容与它的编号 %s 不符，不予执行；可尝试：hefu plan --out 重新生成并查看",
                    "the plan in %s was altered: its lines are not those of its id %s; it is not carried out; try: hefu plan --out makes one anew, to be looked at",
                    file,
                    plan.id()));
        }
        return plan;
    }

    private static Optional<PlanFile> parsed(Path file) {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), PlanFile.class))
                    .filter(plan -> plan.format() == FORMAT && plan.id() != null && plan.lines() != null);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
