-- What each target should be told: one row a record that is not yet as it should be there.
create table wanted (
    target text not null,               -- system that is to be told
    entity text not null,
    uid ${uuid} not null,
    version ${long} not null,           -- newest golden version that is wanted there
    fields text not null,               -- fields to tell, comma-separated; empty: all that a create carries
    state text not null,                -- pending, intended, waiting, failed, unknown, skipped
    attempts integer not null,
    next_at ${long} not null,           -- not before this moment
    awaits ${uuid},                     -- the referred thing that has no key in the target yet
    reason_zh text not null,
    reason_en text not null,
    created ${long} not null,
    primary key (target, entity, uid)
) ${narrow};
create index wanted_due on wanted (target, entity, state, next_at);
create index wanted_awaits on wanted (target, awaits) where awaits is not null;

-- Many new records at once: the UIDs of one batch in one row, so that a load costs no row a record.
create table wanted_load (
    id ${id},
    target text not null,
    entity text not null,
    uids ${bytes} not null,             -- 16 bytes each
    amount integer not null,            -- how many
    state text not null,                -- pending, intended
    created ${long} not null
);
create index wanted_load_due on wanted_load (target, entity, id);

-- What was sent, record by record; loads are told by the links alone.
create table delivery_log (
    id ${id},
    target text not null,
    entity text not null,
    uid ${uuid} not null,
    version ${long} not null,
    operation text not null,            -- create, update, delete
    record_key text not null,           -- in the target; empty when unknown
    outcome text not null,              -- written, rejected, unknown, skipped
    reason_zh text not null,
    reason_en text not null,
    cells_before text,                  -- JSON of the target's cells before the write, where it could be read
    cells_after text not null,          -- JSON of the cells that were sent
    at ${long} not null
);
create index delivery_log_uid on delivery_log (uid, id);
create index delivery_log_target on delivery_log (target, entity, id);
