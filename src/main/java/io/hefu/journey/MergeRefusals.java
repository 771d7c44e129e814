package io.hefu.journey;

import io.hefu.crosswalk.Merge;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Text;
import io.hefu.delivery.Inheritance;
import io.hefu.delivery.WantedTables;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.Identity;
import java.util.Map;
import java.util.Optional;

/** Why two things cannot be made one, or two again, and what to do about it. */
final class MergeRefusals {
    private MergeRefusals() {}

    static Optional<Text> of(Map<Uid, GoldenRecord> found, Uid survivor, Uid absorbed, WantedTables wanted) {
        if (survivor.equals(absorbed)) {
            return Optional.of(Text.of("两者已经是同一条记录 %s", "both are the same record %s already", survivor));
        }
        for (Uid uid : new Uid[] {survivor, absorbed}) {
            if (!found.containsKey(uid)) {
                return Optional.of(Text.of("没有记录 %s", "there is no record %s", uid));
            } else if (found.get(uid).deleted()) {
                return Optional.of(Text.of(
                        "%s 在各系统中均已删除，没有可合并的", "%s is deleted in every system, there is nothing to merge", uid));
            } else if (Inheritance.isUnderWay(wanted, uid)) {
                return Optional.of(Text.of(
                        "%s 有一次写入还没有答复，先等它确定；用 hefu explain %1$s 查看",
                        "a write of %s has no answer yet, and must be settled first; hefu explain %1$s shows it", uid));
            }
        }
        GoldenRecord into = found.get(survivor);
        GoldenRecord from = found.get(absorbed);
        if (!into.entity().equals(from.entity())) {
            return Optional.of(Text.of(
                    "%s 是%s，%s 是%s，不能合并",
                    "%s is a %s and %s a %s; they cannot be one",
                    survivor,
                    into.entity().title(),
                    absorbed,
                    from.entity().title()));
        }
        return codes(into, from);
    }

    /** Two valid and different credit codes are two legal persons. */
    private static Optional<Text> codes(GoldenRecord into, GoldenRecord from) {
        Optional<String> one = Identity.taxNumber(into.merged());
        Optional<String> other = Identity.taxNumber(from.merged());
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? Optional.of(Text.of(
                        "两者的统一社会信用代码都有效而不同（%s、%s），是两个法人；若其中一个录错，请先在来源系统改正",
                        "both have valid and different credit codes (%s, %s): they are two legal persons; if one was"
                                + " typed wrongly, correct it in its system first",
                        one.get(),
                        other.get()))
                : Optional.empty();
    }

    static Optional<Text> ofSplit(long number, Optional<Merge> merge, Merges merges, GoldenTables goldens) {
        if (merge.isEmpty()) {
            return Optional.of(Text.of(
                    "没有第 %s 号合并；用 hefu explain UID 查看", "there is no merge %s; hefu explain UID shows them", number));
        } else if (!merge.get().holds()) {
            return Optional.of(Text.of("第 %s 号合并已经撤销", "merge %s is undone already", number));
        }
        Optional<Merge> later = merges.of(merge.get().survivor()).stream()
                .filter(other -> other.holds() && other.id() > number)
                .reduce((first, last) -> last);
        if (later.isPresent()) {
            return Optional.of(Text.of(
                    "此后还有第 %s 号合并；请先撤销它：hefu split %1$s",
                    "merge %s came after it; undo that one first: hefu split %1$s",
                    later.get().id()));
        }
        return goldens.find(merge.get().survivor()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Text.of("没有记录 %s", "there is no record %s", merge.get().survivor()));
    }
}
