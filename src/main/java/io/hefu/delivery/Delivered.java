package io.hefu.delivery;

import io.hefu.systems.WriteResult;

/** What was sent, and what became of it. */
record Delivered(Prepared prepared, WriteResult result) {}
