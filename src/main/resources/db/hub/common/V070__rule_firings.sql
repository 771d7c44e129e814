-- Which rule last spoke of which record.
create table rule_firing (
    uid ${uuid} not null,
    rule text not null,             -- id of the rule
    entity text not null,
    mode text not null,             -- observe, warn, enforce
    effect text not null,           -- hold, warn, remind
    sentence_zh text not null,
    sentence_en text not null,
    batch ${long} not null,         -- in which it spoke
    at ${long} not null,
    primary key (uid, rule)
) ${narrow};
create index rule_firing_effect on rule_firing (effect, at);
