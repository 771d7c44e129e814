-- Two UIDs that a person, or a rule of matching, found to be one thing; undone by a split.
create table record_merge (
    id ${id},
    entity text not null,
    survivor ${uuid} not null,
    absorbed ${uuid} not null,
    survivor_version ${long} not null,
    survivor_document ${bytes} not null,    -- as it was before, in the format of golden.document
    absorbed_version ${long} not null,
    absorbed_document ${bytes} not null,
    batch ${long} not null,                 -- that made one of two
    decided_by text not null,
    why text not null,
    at ${long} not null,
    undone_by text,                         -- null: it holds
    undone_why text,
    undone_at ${long}
);
create index record_merge_survivor on record_merge (survivor);
create index record_merge_absorbed on record_merge (absorbed);

-- The keys that the absorbed one had, to go back when it is undone.
create table merged_link (
    merge ${long} not null,                 -- record_merge.id
    system text not null,
    entity text not null,
    record_key text not null,
    primary_link integer not null,
    primary key (merge, system, entity, record_key)
) ${narrow};

-- Whose references were pointed from the absorbed one to the survivor.
create table merged_reference (
    merge ${long} not null,                 -- record_merge.id
    uid ${uuid} not null,                   -- that refers
    system text not null,                   -- whose word it is
    primary key (merge, uid, system)
) ${narrow};

-- Business keys and tax numbers that a record absorbed: who says them means the survivor.
create table former_identity (
    entity text not null,
    kind text not null,                     -- business_key, tax_number
    value text not null,
    uid ${uuid} not null,
    primary key (entity, kind, value)
) ${narrow};
create index former_identity_uid on former_identity (uid);

-- Pairs that may be one thing, in the queue of what a person must decide; the smaller UID stands first.
create table duplicate_pair (
    id ${id},
    uid ${uuid} not null,
    other ${uuid} not null,
    entity text not null,
    reason text not null,           -- name, tax-number, business-key, scored
    shared text not null,           -- what the two have in common; of a scored pair, the values that were compared
    told_zh text not null,          -- the evidence of a scored pair for people
    told_en text not null,
    batch ${long} not null,         -- that found it
    state text not null,            -- open; rejected: until the evidence is another; different: for ever
    assignee text not null,         -- who is to decide; empty: anyone
    decided_by text not null,       -- who rejected it; empty while it is open
    why text not null,
    decided_at ${long}
);
create unique index duplicate_pair_of on duplicate_pair (uid, other);
create index duplicate_pair_other on duplicate_pair (other);
create index duplicate_pair_state on duplicate_pair (state, entity, id);
insert into duplicate_pair (uid, other, entity, reason, shared, told_zh, told_en, batch, state, assignee, decided_by, why)
    select uid, other, entity, reason, shared, '', '', batch, 'open', '', '', '' from possible_duplicate;
drop table possible_duplicate;
