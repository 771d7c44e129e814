package io.hefu.definition;

/** A piece of an edited YAML file that knows where it stands. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
    Position position();
}
