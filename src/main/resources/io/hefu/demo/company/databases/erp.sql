drop schema if exists erp cascade;

drop role if exists hub;

create schema erp;

create table erp.bd_employee (
  emp_id int primary key,
  emp_code varchar(20) not null unique,
  emp_name varchar(50) not null,
  dept_name varchar(50),
  position varchar(30),
  email varchar(120),
  mobile varchar(20),
  manager_code varchar(20),
  forbid_status char(1) not null default 'A',
  modified_at timestamptz not null
);

create table erp.bd_material (
  material_id int primary key,
  material_code varchar(30) not null unique,
  material_name varchar(120) not null,
  specification varchar(120),
  unit varchar(10) not null,
  tax_rate numeric(6,2) not null,
  list_price numeric(18,2) not null,
  forbid_status char(1) not null default 'A',
  modified_at timestamptz not null
);

create table erp.bd_payterm (
  term_code varchar(20) primary key,
  term_name varchar(60) not null,
  deposit_rate numeric(6,4) not null,
  balance_days int not null,
  pay_method varchar(20) not null,
  modified_at timestamptz not null
);

create table erp.bd_customer (
  cust_id int primary key,
  cust_code varchar(30) not null unique,
  cust_name varchar(255) not null,
  short_name varchar(100),
  tax_no varchar(18),
  country varchar(2) not null,
  province varchar(30),
  city varchar(30),
  address varchar(255),
  phone varchar(40),
  salesman_code varchar(20) references erp.bd_employee (emp_code),
  settle_currency char(3) not null,
  pay_term varchar(20) references erp.bd_payterm (term_code),
  credit_limit numeric(18,2),
  document_status char(1) not null,
  forbid_status char(1) not null default 'A',
  created_on date not null,
  modified_at timestamptz not null
);

create table erp.sal_quotation (
  quote_id int primary key,
  quote_no varchar(30) not null unique,
  quote_date date not null,
  valid_until date,
  cust_id int not null references erp.bd_customer (cust_id),
  salesman_code varchar(20),
  opp_no varchar(20),
  currency char(3) not null,
  net_amount numeric(18,2) not null,
  tax_amount numeric(18,2) not null,
  gross_amount numeric(18,2) not null,
  document_status char(1) not null,
  modified_at timestamptz not null
);

create table erp.sal_order (
  order_id int primary key,
  order_no varchar(30) not null unique,
  order_date date not null,
  cust_id int not null references erp.bd_customer (cust_id),
  salesman_code varchar(20),
  opp_no varchar(20),
  src_quote_no varchar(30),
  contract_no varchar(30),
  currency char(3) not null,
  exchange_rate numeric(12,6) not null,
  pay_term varchar(20) not null references erp.bd_payterm (term_code),
  net_amount numeric(18,2) not null,
  tax_amount numeric(18,2) not null,
  gross_amount numeric(18,2) not null,
  delivery_date date not null,
  document_status char(1) not null,
  close_status char(1) not null default 'A',
  cancel_status char(1) not null default 'A',
  approve_date timestamptz,
  created_at timestamptz not null,
  modified_at timestamptz not null
);

create table erp.sal_orderentry (
  entry_id int primary key,
  order_id int not null references erp.sal_order (order_id),
  seq int not null,
  material_code varchar(30) not null references erp.bd_material (material_code),
  qty numeric(18,4) not null,
  unit varchar(10) not null,
  net_price numeric(18,6) not null,
  tax_rate numeric(6,2) not null,
  net_amount numeric(18,2) not null,
  tax_amount numeric(18,2) not null,
  gross_amount numeric(18,2) not null,
  delivery_date date not null,
  stock_out_qty numeric(18,4) not null,
  modified_at timestamptz not null,
  unique (order_id, seq)
);

create index on erp.bd_employee (modified_at, emp_id);
create index on erp.bd_material (modified_at, material_id);
create index on erp.bd_customer (modified_at, cust_id);
create index on erp.sal_quotation (modified_at, quote_id);
create index on erp.sal_order (modified_at, order_id);
create index on erp.sal_orderentry (modified_at, entry_id);

create role hub login password 'hub-reads-erp';
grant usage on schema erp to hub;
grant select on all tables in schema erp to hub;
