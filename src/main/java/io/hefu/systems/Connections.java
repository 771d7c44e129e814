package io.hefu.systems;

/** Where the engine gets a system's connection from; the adapters stand behind it. */
public interface Connections extends AutoCloseable {
    /** @throws SystemFault when no system of that id is defined, or its settings cannot be used */
    SystemConnection to(String system);

    @Override
    void close();
}
