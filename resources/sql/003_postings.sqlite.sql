-- Lines are posted by commands too: each has its batch or its operation, and a payment may have no customer yet. SQLite
-- cannot take a NOT NULL back, so the four tables are made anew with their rows, indexes and triggers.

CREATE TABLE debit_new(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  company INTEGER REFERENCES company(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 2),
  due_source INTEGER NOT NULL CHECK(due_source BETWEEN 0 AND 3),
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  due INTEGER NOT NULL CHECK(due BETWEEN -25567 AND 376199),
  terms INTEGER CHECK(terms BETWEEN -32768 AND 32767),
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  number TEXT NOT NULL,
  product INTEGER CHECK(product BETWEEN 1 AND 65535),
  po_number TEXT,
  net_amount INTEGER CHECK(net_amount BETWEEN 0 AND 1000000000000000),
  service_date INTEGER CHECK(service_date BETWEEN -25567 AND 376199),
  delivered_on INTEGER CHECK(delivered_on BETWEEN -25567 AND 376199),
  billing_format INTEGER CHECK(billing_format BETWEEN 1 AND 65535),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER REFERENCES revision(operation) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  CHECK((batch IS NULL) <> (operation IS NULL))
) STRICT;
INSERT INTO debit_new(id, customer, company, kind, due_source, date, due, terms, currency, amount, number, product,
  po_number, net_amount, service_date, delivered_on, billing_format, batch, retracted_by)
  SELECT id, customer, company, kind, due_source, date, due, terms, currency, amount, number, product, po_number,
  net_amount, service_date, delivered_on, billing_format, batch, retracted_by FROM debit ORDER BY id;
DROP TABLE debit;
ALTER TABLE debit_new RENAME TO debit;

CREATE TABLE credit_new(
  id INTEGER PRIMARY KEY,
  customer INTEGER REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  company INTEGER REFERENCES company(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 4),
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  reference TEXT NOT NULL,
  cleared_on INTEGER CHECK(cleared_on BETWEEN -25567 AND 376199),
  reverses INTEGER REFERENCES credit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER REFERENCES revision(operation) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  CHECK((kind = 3) = (reverses IS NOT NULL)),
  CHECK((batch IS NULL) <> (operation IS NULL))
) STRICT;
INSERT INTO credit_new(id, customer, company, kind, date, currency, amount, reference, cleared_on, reverses, batch,
  retracted_by)
  SELECT id, customer, company, kind, date, currency, amount, reference, cleared_on, reverses, batch,
  retracted_by FROM credit ORDER BY id;
DROP TABLE credit;
ALTER TABLE credit_new RENAME TO credit;

CREATE TABLE allocation_new(
  debit INTEGER NOT NULL REFERENCES debit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  id INTEGER NOT NULL,
  credit INTEGER NOT NULL REFERENCES credit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER REFERENCES revision(operation) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  PRIMARY KEY(debit, id),
  CHECK((batch IS NULL) <> (operation IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO allocation_new(debit, id, credit, date, amount, batch, retracted_by)
  SELECT debit, id, credit, date, amount, batch, retracted_by FROM allocation ORDER BY debit, id;
DROP TABLE allocation;
ALTER TABLE allocation_new RENAME TO allocation;

CREATE TABLE write_off_new(
  debit INTEGER NOT NULL REFERENCES debit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  id INTEGER NOT NULL,
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  reason TEXT NOT NULL,
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER REFERENCES revision(operation) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  PRIMARY KEY(debit, id),
  CHECK((batch IS NULL) <> (operation IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO write_off_new(debit, id, date, amount, reason, batch, retracted_by)
  SELECT debit, id, date, amount, reason, batch, retracted_by FROM write_off ORDER BY debit, id;
DROP TABLE write_off;
ALTER TABLE write_off_new RENAME TO write_off;

CREATE UNIQUE INDEX debit_key ON debit(number, customer, kind, ifnull(company, 0)) WHERE retracted_by IS NULL;
CREATE UNIQUE INDEX credit_note_key ON credit(reference, customer, ifnull(company, 0))
  WHERE kind = 1 AND retracted_by IS NULL;

CREATE TRIGGER debit_no_update BEFORE UPDATE OF id, customer, company, kind, due_source, date, due, terms, currency,
  amount, number, product, po_number, net_amount, service_date, delivered_on, billing_format, batch, operation ON debit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER debit_no_delete BEFORE DELETE ON debit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER credit_no_update BEFORE UPDATE OF id, customer, company, kind, date, currency, amount, reference,
  cleared_on, reverses, batch, operation ON credit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER credit_no_delete BEFORE DELETE ON credit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER allocation_no_update BEFORE UPDATE OF debit, id, credit, date, amount, batch, operation ON allocation BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER write_off_no_update BEFORE UPDATE OF debit, id, date, amount, reason, batch, operation ON write_off BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER write_off_no_delete BEFORE DELETE ON write_off BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
