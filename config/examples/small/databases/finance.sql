create table debtors (id integer primary key, code text, name text);
