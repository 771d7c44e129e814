-- The golden records: one row a UID, with the document and the few columns that are searched.

-- What the number in a document stands for: an entity's fields in the order in which documents store them.
create table dictionary_version (
    number integer not null primary key,
    entity text not null,
    fields text not null            -- name:type,... with the fields of a list's elements in braces
) ${narrow};

create table golden (
    uid ${uuid} not null primary key,
    entity text not null,
    version ${long} not null,       -- 1 when new; a change is refused unless it was built on the present one
    dictionary_number integer not null, -- dictionary_version.number of the document
    business_key text,              -- field=value; null: none, or another UID has it (see possible_duplicate)
    tax_number text,                -- a valid unified social credit code; null as above
    match_name text,                -- the cleaned name
    deleted integer not null,       -- 1: deleted in every system that had it
    document ${bytes} not null      -- every system's words, holds and provenance; format at io.hefu.golden.DocumentCodec
);
create unique index golden_business_key on golden (entity, business_key) where business_key is not null;
create unique index golden_tax_number on golden (entity, tax_number) where tax_number is not null;
create index golden_match_name on golden (entity, match_name) where match_name is not null;

-- Values by which golden records are found besides their keys, such as mail addresses.
create table golden_lookup (
    entity text not null,
    field text not null,
    value text not null,            -- as Identity.lookupText writes it
    uid ${uuid} not null,
    primary key (entity, field, value, uid)
) ${narrow};

-- Held fields, to be listed; the held values themselves are in the document.
create table hold (
    uid ${uuid} not null,
    field text not null,
    entity text not null,
    rule text not null,             -- id of the rule that holds
    system text not null,           -- that said the held value
    batch ${long} not null,         -- in which it was said
    reason_zh text not null,
    reason_en text not null,
    primary key (uid, field)
) ${narrow};
create index hold_by_rule on hold (rule, uid);

-- Pairs that may be one thing; a person decides. The smaller UID stands first.
create table possible_duplicate (
    uid ${uuid} not null,
    other ${uuid} not null,
    entity text not null,
    reason text not null,           -- name, tax-number, business-key
    shared text not null,           -- what the two have in common
    batch ${long} not null,         -- that found it
    primary key (uid, other)
) ${narrow};
create index possible_duplicate_other on possible_duplicate (other);
