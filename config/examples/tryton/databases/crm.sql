-- The CRM's database that this example reads the staff from and writes to, in a PostgreSQL database of its own.
CREATE TABLE staff (
  number text PRIMARY KEY, name text NOT NULL, mail text, department text, active boolean NOT NULL DEFAULT true);
CREATE TABLE account (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number text NOT NULL UNIQUE, name text NOT NULL, phone text, mail text, city text);
CREATE TABLE quote (
  number text PRIMARY KEY, account integer NOT NULL REFERENCES account, state text, currency char(3), gross numeric(18, 2));
CREATE TABLE deal (
  number text PRIMARY KEY, account integer NOT NULL REFERENCES account, ordered date, state text, currency char(3), gross numeric(18, 2));
CREATE TABLE invoice (
  number text PRIMARY KEY, account integer NOT NULL REFERENCES account, due date, currency char(3), gross numeric(18, 2), open numeric(18, 2));
CREATE TABLE mail (
  id text PRIMARY KEY, sender text, sender_name text, subject text, sent timestamptz, body text);
CREATE TABLE attachment (
  mail text NOT NULL REFERENCES mail, sha256 text NOT NULL, name text, media_type text, size bigint, PRIMARY KEY (mail, sha256));

-- Tryton's invoices name no salesperson: reminders go to this one (mappings/tryton/receivable.mapping.yaml).
INSERT INTO staff VALUES ('S-01', '销售部', 'sales@example.test', '销售部', true);
