-- How the last reading of each flow went: one row a flow, so that readings that find nothing new leave no trail.
create table last_run (
    system text not null,
    entity text not null,
    started ${long} not null,
    ended ${long} not null,
    outcome text not null,          -- done, paused, failed
    detail_zh text not null,        -- why it paused or failed; else empty
    detail_en text not null,
    done ${long},                   -- when a reading last ended well; null: never
    primary key (system, entity)
) ${narrow};
