package io.hefu.cli;

/** The command line of Hefu. */
public final class Hefu {
    private Hefu() {}

    public static void main(String[] arguments) {}
}
