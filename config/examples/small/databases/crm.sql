-- Two customers; four leads, of which one has a code that nobody declared and one a customer that is not there yet.
create table accounts (id integer primary key, account_no text, account_name text);
create table leads (id integer primary key, lead_no text, account_id integer, quotation_status text, amount numeric);
insert into accounts values (1, 'C00001', '深圳市蓝海电子股份有限公司');
insert into accounts values (2, 'C00002', '宁波恒泰阀门有限公司');
insert into leads values (1, 'SJ-2026-0001', 1, '需求确认', 120000);
insert into leads values (2, 'SJ-2026-0002', 2, '需求确认', 88000);
insert into leads values (3, 'SJ-2026-0003', 1, '待老板定', 56000);
insert into leads values (4, 'SJ-2026-0004', 4, '待联系', 7000);
