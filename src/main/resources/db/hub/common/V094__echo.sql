-- What a row of a target holds only because the hub wrote it there: repeating that is not speaking. One row for each record
-- that the hub changed there, none for one that it only created and that was stored as sent.
create table echo (
    system text not null,
    entity text not null,
    record_key text not null,
    uid ${uuid} not null,           -- that the key named then
    document ${bytes} not null,     -- the fields told and the newest batch heard; format at io.hefu.golden.DocumentCodec
    primary key (system, entity, record_key)
) ${narrow};
