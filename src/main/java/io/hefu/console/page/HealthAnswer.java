package io.hefu.console.page;

import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the hub fares, for machines: {@code up}, or {@code troubled} when a flow is paused or failed. */
@RestController
class HealthAnswer {
    private final Console.Shown shown;

    HealthAnswer(Console.Shown shown) {
        this.shown = shown;
    }

    @GetMapping("/health")
    Map<String, Object> health() {
        List<FlowLine> lines = new FlowLines(shown.books(), shown.flows()).all();
        boolean troubled = lines.stream().anyMatch(HealthAnswer::isTroubled);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", troubled ? "troubled" : "up");
        answer.put("definitions", shown.books().snapshot().get().version());
        answer.put("flows", lines.stream().map(HealthAnswer::flow).toList());
        return answer;
    }

    private static boolean isTroubled(FlowLine line) {
        return line.state() == FlowLine.State.PAUSED || line.state() == FlowLine.State.FAILED;
    }

    private static Map<String, Object> flow(FlowLine line) {
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("flow", line.flow().toString());
        flow.put("state", line.state().id());
        line.lag().ifPresent(lag -> flow.put("lagSeconds", lag.toSeconds()));
        line.sweepAge().ifPresent(age -> flow.put("sweepAgeSeconds", age.toSeconds()));
        flow.put("waiting", line.waiting());
        flow.put("quarantined", line.quarantined());
        return flow;
    }
}
