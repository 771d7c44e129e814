-- A sweep joins two streams by the bytes of the keys, as SQLite sorts by itself; a language's order would invent deletions.
alter table link
    alter column system type text collate "C",
    alter column entity type text collate "C",
    alter column record_key type text collate "C";
