-- Codes that values may be stored under: every code that a dictionary in use ever had and that was not given up since.
create table stored_code (
    list text not null,             -- the code list
    code text not null,
    primary key (list, code)
) ${narrow};
