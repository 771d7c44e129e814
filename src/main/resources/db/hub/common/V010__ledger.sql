-- The ledger: what was read, what became of it, and what a person decided. Instants are microseconds since 1970.

-- Every set of definitions (dictionary, mappings, rules, calendar) that a batch was worked under.
create table definition_version (
    id ${id},                       -- number that batches name
    version text not null unique,   -- the snapshot's short hash
    at ${long} not null             -- when it was first used
);

-- One pass over an entity of a system, or of the clock, or of a retry.
create table run (
    id ${id},
    kind text not null,             -- reading, sweep, load, clock, retry, apply
    system text not null,           -- that was read; hefu for the clock
    entity text not null,
    started ${long} not null,
    ended ${long},                  -- null while it runs, or when the process died in it
    outcome text,                   -- done, paused, failed; null while it runs
    detail_zh text,                 -- why it paused or failed
    detail_en text
);
create index run_by_flow on run (system, entity, id);

-- One micro-batch. What was read adds up: the five dispositions are all there is.
create table batch (
    number ${long} not null primary key, -- as provenance names it; grows in the order of reading
    run ${long} not null,           -- run.id; 0 outside any run
    system text not null,
    entity text not null,
    definition_version ${long} not null, -- definition_version.id
    at ${long} not null,            -- when it was read
    rows_read ${long} not null,
    applied ${long} not null,       -- changed the hub's state, perhaps with a field held
    unchanged ${long} not null,     -- known as it is
    waiting ${long} not null,       -- refer to something unknown
    quarantined ${long} not null,   -- could not be understood
    dropped ${long} not null,       -- left out by a named decision
    held ${long} not null,          -- fields that rules held back
    derived ${long} not null,       -- made by the hub from what it read; not in rows_read
    clocked ${long} not null,       -- looked at because a rule's time came; not in rows_read
    deleted ${long} not null,       -- found gone by a sweep; not in rows_read
    constraint batch_adds_up check (rows_read = applied + unchanged + waiting + quarantined + dropped)
);
create index batch_by_flow on batch (system, entity, number);
create index batch_by_run on batch (run);

-- Up to where an entity of a system was read; moved in the transaction of the batch.
create table source_position (
    system text not null,
    entity text not null,
    position text not null,         -- in the words of the adapter
    batch ${long} not null,         -- that moved it last
    at ${long} not null,
    primary key (system, entity)
) ${narrow};

-- Passes over everything that a system has of an entity. Only a completed one deletes.
create table sweep (
    id ${id},
    system text not null,
    entity text not null,
    started ${long} not null,
    completed ${long},              -- null: under way, or broken off
    rows_seen ${long} not null,
    deleted ${long} not null        -- links that it found gone
);
create index sweep_by_flow on sweep (system, entity, id);

-- Entities whose flow stands still until somebody looks; their batches do not count as read.
create table paused (
    system text not null,
    entity text not null,
    since ${long} not null,
    reason_zh text not null,
    reason_en text not null,
    attempt_zh text not null,       -- what to try
    attempt_en text not null,
    primary key (system, entity)
) ${narrow};

-- Records that wait for a reference or are quarantined, with the row as it was read.
create table parked (
    id ${id},
    system text not null,
    entity text not null,
    record_key text not null,       -- the key in the system; of an unreadable one, a name for the row
    kind text not null,             -- waiting, quarantined
    state text not null,            -- open, resumed, discarded, superseded, expired
    reasons text not null,          -- JSON: [[zh, en], ...]
    payload ${bytes},               -- the row as JSON in UTF-8; null once its retention is over
    batch ${long} not null,         -- that parked it
    created ${long} not null,
    closed ${long},                 -- when it left the state open
    decided_by text,                -- the person who discarded it
    why text                        -- the reason given for discarding
);
create unique index parked_open on parked (system, entity, record_key) where state = 'open';
create index parked_by_state on parked (state, kind, id);

-- What an open waiting record waits for.
create table awaited (
    parked ${long} not null,        -- parked.id
    form text not null,             -- key: a link of a system; business-key: a golden record
    system text not null,           -- of the key; empty for a business key
    entity text not null,           -- referred to
    wanted_key text not null,       -- the key, or the business key as Identity writes it
    primary key (form, system, entity, wanted_key, parked)
) ${narrow};
create index awaited_by_parked on awaited (parked);

-- What changed in a golden record at a version; none for its creation, whose provenance is in the document.
create table record_change (
    uid ${uuid} not null,
    version ${long} not null,       -- that the record had after the change
    batch ${long} not null,
    detail ${bytes} not null,       -- fields with before, after and system, as io.hefu.ledger.ChangeDetail writes them
    primary key (uid, version)
);

-- What a source looked like when it was last accepted; for the gate.
create table source_shape (
    system text not null,
    resource text not null,
    shape text not null,            -- in the words of the drift module
    at ${long} not null,
    primary key (system, resource)
) ${narrow};

-- Only where numbers cannot come from a sequence: up to which number batches were given out.
create table number_block (
    name text not null primary key,
    next ${long} not null           -- the first number that is still free
) ${narrow};
