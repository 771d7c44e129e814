package io.hefu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hefu.console.Explanation;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An explanation for programs; what people read in it is in the asked language. */
final class ExplanationJson {
    private static final int VERSION = 1;

    private ExplanationJson() {}

    static String of(List<Explanation> explanations, Locale locale) {
        SimpleModule words =
                new SimpleModule().addSerializer(Text.class, new Words(locale)).addSerializer(Uid.class, new Names());
        ObjectMapper json = new ObjectMapper()
                .registerModules(new JavaTimeModule(), new Jdk8Module(), words)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("version", VERSION);
        whole.put("things", explanations);
        try {
            return json.writeValueAsString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an explanation holds plain values only", impossible);
        }
    }

    private static final class Words extends JsonSerializer<Text> {
        private final Locale locale;

        Words(Locale locale) {
            this.locale = locale;
        }

        @Override
        public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.in(locale));
        }
    }

    private static final class Names extends JsonSerializer<Uid> {
        @Override
        public void serialize(Uid uid, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(uid.toString());
        }
    }
}
