-- Fields of a source that nobody decided about and that, by `newFields: report`, do not pause their flow.
create table new_field (
    system text not null,
    entity text not null,
    field text not null,            -- as messages name it, such as lines[].gross
    since ${long} not null,         -- when it was first seen
    what_zh text not null,
    what_en text not null,
    attempt_zh text not null,       -- what to try
    attempt_en text not null,
    primary key (system, entity, field)
) ${narrow};
