-- Nothing ever wrote or read runs: what a reading did is its batches, and how it went is last_run.
drop index batch_by_run;
alter table batch drop column run;
drop table run;
