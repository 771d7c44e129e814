package io.hefu.routing;

/** What a route asks for at night: whatever has outlived its retention goes. */
public interface Housekeeping {
    void run();
}
