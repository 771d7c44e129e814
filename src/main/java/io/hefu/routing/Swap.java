package io.hefu.routing;

import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import java.util.List;
import java.util.Set;

/** What became of edited routes. */
public sealed interface Swap {
    /** In one sentence, for the log and the console. */
    Text told();

    /** Nothing was edited. */
    record Same() implements Swap {
        @Override
        public Text told() {
            return Text.of("路由没有改动", "the routes are as they were");
        }
    }

    /** The edited routes run. */
    record Done(Set<String> added, Set<String> changed, Set<String> removed) implements Swap {
        @Override
        public Text told() {
            return Text.of(
                    "路由已更新：新增 %s，改动 %s，移除 %s",
                    "the routes were swapped: added %s, changed %s, removed %s",
                    names(added),
                    names(changed),
                    names(removed));
        }

        private static Text names(Set<String> ids) {
            return ids.isEmpty() ? Text.of("无", "none") : Text.same(String.join(", ", ids));
        }
    }

    /** Something is wrong with the edited files: the routes before them go on running. */
    record Refused(List<Violation> violations) implements Swap {
        @Override
        public Text told() {
            return Text.of(
                    "改动后的路由有 %s 处问题，仍按原来的路由运行",
                    "faults in the edited routes: %s; the routes before them go on", violations.size());
        }
    }
}
