-- Whether what a rule said of a record still holds: warnings go away, and counts stay true.
alter table rule_firing add column fires integer not null default 0;
alter table rule_firing add column faulty integer not null default 0;  -- it could not be judged
drop index rule_firing_effect;
create index rule_firing_fires on rule_firing (fires, at);
