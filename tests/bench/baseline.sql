-- The same import by the sqlite3 shell: three generic files to typed, checked, indexed tables with an audit row.
-- Run as: sqlite3 -batch book.db < baseline.sql, in the folder of the files.
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA foreign_keys=OFF;
BEGIN IMMEDIATE;
CREATE TEMP TABLE raw_customer(customer_id, name, tier, region, industry, size, country, currency, terms_days, credit_limit, owner, timezone);
CREATE TEMP TABLE raw_invoice(invoice_no, customer_id, kind, invoice_date, due_date, currency, amount, product_line);
CREATE TEMP TABLE raw_payment(payment_ref, kind, customer_id, date, currency, amount, invoice_no, allocated);
.mode csv
.import --skip 1 customers.csv raw_customer
.import --skip 1 invoices.csv raw_invoice
.import --skip 1 payments.csv raw_payment
CREATE TABLE customer(id INTEGER PRIMARY KEY, external_id TEXT NOT NULL, name TEXT NOT NULL, tier TEXT, region TEXT, industry TEXT, size TEXT,
  country TEXT, currency TEXT, terms INTEGER, credit_limit INTEGER, owner TEXT, zone TEXT) STRICT;
INSERT INTO customer SELECT rowid, customer_id, name, tier, region, industry, size, country, currency, terms_days,
  CAST(round(credit_limit * 100) AS INTEGER), owner, timezone FROM raw_customer;
CREATE UNIQUE INDEX customer_key ON customer(external_id);
CREATE TABLE debit(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer(id), kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 2),
  number TEXT NOT NULL, date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376200), due INTEGER NOT NULL CHECK(due BETWEEN -25567 AND 376200),
  amount INTEGER NOT NULL CHECK(abs(amount) <= 1000000000000000), currency TEXT NOT NULL, product TEXT) STRICT;
INSERT INTO debit SELECT i.rowid, c.id, 0, i.invoice_no, CAST(julianday(i.invoice_date) - 2440587.5 AS INTEGER),
  CAST(julianday(i.due_date) - 2440587.5 AS INTEGER), CAST(round(i.amount * 100) AS INTEGER), i.currency, i.product_line
  FROM raw_invoice i JOIN customer c ON c.external_id = i.customer_id WHERE i.kind = 'invoice';
CREATE UNIQUE INDEX debit_key ON debit(customer, kind, number);
CREATE INDEX debit_number ON debit(number);
CREATE TABLE credit(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer(id), kind INTEGER NOT NULL, reference TEXT NOT NULL,
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376200), amount INTEGER NOT NULL CHECK(abs(amount) <= 1000000000000000), currency TEXT NOT NULL) STRICT;
INSERT INTO credit(customer, kind, reference, date, amount, currency)
  SELECT c.id, 0, p.payment_ref, CAST(julianday(min(p.date)) - 2440587.5 AS INTEGER), CAST(round(max(p.amount) * 100) AS INTEGER), min(p.currency)
  FROM raw_payment p JOIN customer c ON c.external_id = p.customer_id WHERE p.kind = 'payment' GROUP BY p.customer_id, p.payment_ref;
INSERT INTO credit(customer, kind, reference, date, amount, currency)
  SELECT c.id, 1, i.invoice_no, CAST(julianday(i.invoice_date) - 2440587.5 AS INTEGER), CAST(round(i.amount * 100) AS INTEGER), i.currency
  FROM raw_invoice i JOIN customer c ON c.external_id = i.customer_id WHERE i.kind = 'credit_note';
CREATE UNIQUE INDEX credit_key ON credit(customer, kind, reference);
CREATE TABLE allocation(debit INTEGER NOT NULL, id INTEGER NOT NULL, credit INTEGER, date INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(debit, id)) STRICT, WITHOUT ROWID;
INSERT INTO allocation SELECT d.id, p.rowid, k.id, CAST(julianday(p.date) - 2440587.5 AS INTEGER), CAST(round(p.allocated * 100) AS INTEGER)
  FROM raw_payment p JOIN customer c ON c.external_id = p.customer_id JOIN debit d ON d.number = p.invoice_no
  LEFT JOIN credit k ON k.customer = c.id AND k.kind = 0 AND k.reference = p.payment_ref WHERE p.invoice_no <> '';
CREATE TABLE audit(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, payload TEXT NOT NULL) STRICT;
INSERT INTO audit(at, action, payload) SELECT unixepoch(), 'import', json_object('debits', count(*), 'sum', sum(amount)) FROM debit;
COMMIT;
