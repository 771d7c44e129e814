package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.journey.Releases;

/** Decides upon a held value. */
final class HeldFields {
    private HeldFields() {}

    static void release(Hub hub, String uid, String field, Decider decider) {
        Releases releases = Engine.deciding(hub).releases();
        require(releases.release(thing(uid), field, decider.by(), decider.why()), uid, field);
    }

    static void discard(Hub hub, String uid, String field, Decider decider) {
        Releases releases = Engine.deciding(hub).releases();
        require(releases.discard(thing(uid), field, decider.by(), decider.why()), uid, field);
    }

    private static Uid thing(String typed) {
        return Asked.uid(typed)
                .orElseThrow(() -> new Complaint(Text.of(
                        "“%s”不是 UID；hefu held 会列出要写的命令", "“%s” is no UID; hefu held lists what to type", typed)));
    }

    private static void require(boolean done, String uid, String field) {
        if (!done) {
            throw new Complaint(Text.of(
                    "%s 的字段 %s 没有扣留；用 hefu held 查看",
                    "the field %2$s of %1$s is not held; hefu held lists what is", uid, field));
        }
    }
}
