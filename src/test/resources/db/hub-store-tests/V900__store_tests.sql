create table sample (
    id ${id},
    words text,
    amount text,
    number ${long},
    small integer,
    happened ${long},
    uid ${uuid},
    raw ${bytes}
);
create table tally (
    uid ${uuid} not null primary key,
    key text not null unique,
    version ${long} not null,
    digest ${bytes}
) ${narrow};
create table head (
    number ${long} not null primary key,
    parts integer not null
) ${narrow};
create table part (
    number ${long} not null references head (number),
    part integer not null,
    payload text not null,
    primary key (number, part)
) ${narrow};
