package io.hefu.delivery;

import io.hefu.dictionary.Uid;
import java.util.Set;

/**
 * That a target should learn of a change.
 *
 * @param fields names of the fields that it should learn
 * @param fresh whether the record is new to the hub, so that the target learns all that a create carries
 */
public record Wish(String target, String entity, Uid uid, long version, Set<String> fields, boolean fresh) {}
