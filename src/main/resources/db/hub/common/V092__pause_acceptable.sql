-- Whether a paused flow goes on once a person accepts the source as it looks now; the next reading says so anew.
alter table paused add column acceptable integer not null default 0;
