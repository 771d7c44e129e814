-- Looked up, never shown in order: comparing bytes is what SQLite does, and faster.
alter table golden
    alter column entity type text collate "C",
    alter column business_key type text collate "C",
    alter column tax_number type text collate "C",
    alter column match_name type text collate "C";
alter table golden_lookup
    alter column entity type text collate "C",
    alter column field type text collate "C",
    alter column value type text collate "C";
