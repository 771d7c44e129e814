-- When a rule must look at a record although nothing changed.
create table rule_clock (
    uid ${uuid} not null,
    rule text not null,             -- id of the rule
    entity text not null,
    due ${long} not null,           -- microseconds since 1970
    primary key (uid, rule)
) ${narrow};
create index rule_clock_due on rule_clock (due, uid, rule);
