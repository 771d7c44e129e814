-- The crosswalk: which key of a system is which UID. One narrow row a key.
create table link (
    system text not null,
    entity text not null,
    record_key text not null,       -- compared and sorted by the bytes of its UTF-8 on both databases
    uid ${uuid} not null,
    primary_link integer not null,  -- 1: writes go here; 0: a duplicate key of the same thing
    fingerprint_high ${long} not null, -- of the row as last read, or as the system stored what was written
    fingerprint_low ${long} not null,
    delivered_version ${long} not null, -- golden version that the system was last told; 0: never
    present integer not null,       -- 0: a complete sweep no longer found it
    primary key (system, entity, record_key)
) ${narrow};
create unique index link_primary on link (uid, system, entity) where primary_link = 1;
create index link_duplicate on link (uid) where primary_link = 0;
