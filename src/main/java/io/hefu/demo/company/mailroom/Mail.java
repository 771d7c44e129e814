package io.hefu.demo.company.mailroom;

/** A mail as it goes over the wire. The key names it in tests and to the demo. */
public record Mail(String key, String from, String to, byte[] content) {
    public Mail {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return key + " from " + from + " to " + to;
    }
}
