-- What persons decided. Append-only.
create table decision (
    id ${id},
    kind text not null,             -- release, discard_hold, discard, retry, accept_shape
    subject text not null,          -- what it was about
    decided_by text not null,
    why text not null,
    at ${long} not null
);
