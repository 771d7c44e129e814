-- The finance database that this example writes to: plain tables of your own, in a PostgreSQL database of their own.
CREATE TABLE customer (
  number text PRIMARY KEY, name text NOT NULL, tax_number text, address text, phone text, mail text, terms text);
CREATE TABLE sales_order (
  number text PRIMARY KEY, customer text NOT NULL REFERENCES customer, ordered date, currency char(3),
  net numeric(18, 2), tax numeric(18, 2), gross numeric(18, 2), terms text);
CREATE TABLE payment_plan (
  sales_order text NOT NULL REFERENCES sales_order, step integer NOT NULL, event text, due date, share numeric(9, 6),
  gross numeric(18, 2), PRIMARY KEY (sales_order, step));
CREATE TABLE receivable (
  number text PRIMARY KEY, customer text NOT NULL REFERENCES customer, sales_order text REFERENCES sales_order, issued date,
  due date, currency char(3), net numeric(18, 2), tax numeric(18, 2), gross numeric(18, 2), open numeric(18, 2), state text);
CREATE TABLE receipt (
  number text PRIMARY KEY, customer text NOT NULL REFERENCES customer, received date, currency char(3),
  amount numeric(18, 2) NOT NULL, unallocated numeric(18, 2), remark text);
CREATE TABLE allocation (
  number text PRIMARY KEY, receipt text NOT NULL REFERENCES receipt, receivable text NOT NULL REFERENCES receivable,
  currency char(3), amount numeric(18, 2) NOT NULL, allocated date);
