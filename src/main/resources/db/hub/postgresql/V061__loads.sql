-- Random bytes do not compress.
alter table wanted_load alter column uids set storage external;
