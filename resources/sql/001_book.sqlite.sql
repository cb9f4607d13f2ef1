-- The first shape of a book. Dates are days since 1970-01-01 (-25567 = 1900-01-01, 376199 = 2999-12-31),
-- instants UTC milliseconds, money minor units, enumerations the numbers of the program. A row leaves the book by
-- retracted_by = operation, never by DELETE. What is SQLite's own here is marked; a twin for the server follows.

CREATE TABLE book(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  name TEXT NOT NULL,
  base_currency TEXT NOT NULL CHECK(length(base_currency) = 3),
  zone TEXT NOT NULL,
  uuid TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Sum of the digests of all record rows: a silently changed row shows (store/rowdigest).
  record_sum BLOB NOT NULL CHECK(length(record_sum) = 32)
) STRICT;

-- One row a commit: the book's revision, and the operation that made it (a retry lands once).
CREATE TABLE revision(
  revision INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  reload INTEGER NOT NULL CHECK(reload IN (0, 1)) -- 1 = posted lines changed too
) STRICT;

-- Which record rows a revision touched; table_number as in the list of record types.
CREATE TABLE change(
  revision INTEGER NOT NULL REFERENCES revision(revision) ON DELETE RESTRICT,
  table_number INTEGER NOT NULL CHECK(table_number BETWEEN 0 AND 63),
  row_id INTEGER NOT NULL,
  PRIMARY KEY(revision, table_number, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE id_counter(
  table_number INTEGER PRIMARY KEY,
  next INTEGER NOT NULL CHECK(next BETWEEN 1 AND 4294967295)
) STRICT;

CREATE TABLE session(
  id INTEGER PRIMARY KEY,
  opened_at INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK(closed IN (0, 1)),
  user TEXT NOT NULL,
  host TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT;

CREATE TABLE company(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT CHECK(length(currency) = 3),
  zone TEXT NOT NULL,
  calendar TEXT NOT NULL,
  cash_through INTEGER CHECK(cash_through BETWEEN -25567 AND 376199),
  retracted_by INTEGER
) STRICT;
CREATE UNIQUE INDEX company_code ON company(code) WHERE retracted_by IS NULL;

CREATE TABLE import_batch(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user TEXT NOT NULL,
  files TEXT NOT NULL,
  operation INTEGER NOT NULL UNIQUE,
  retracted_by INTEGER
) STRICT;

CREATE TABLE customer(
  id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL CHECK(external_id <> ''),
  name TEXT NOT NULL,
  search_key TEXT NOT NULL, -- folded by the program: NOCASE knows ASCII only
  spellings TEXT NOT NULL,
  company INTEGER REFERENCES company(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  parent INTEGER REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  payer INTEGER REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  tier TEXT NOT NULL,
  region TEXT NOT NULL,
  industry TEXT NOT NULL,
  size TEXT NOT NULL,
  country TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  currency TEXT CHECK(length(currency) = 3),
  terms_days INTEGER CHECK(terms_days BETWEEN -32768 AND 32767),
  terms_text TEXT NOT NULL,
  credit_limit INTEGER CHECK(abs(credit_limit) <= 1000000000000000),
  risk_class TEXT NOT NULL,
  owner TEXT NOT NULL,
  cs_owner TEXT NOT NULL,
  sales_owner TEXT NOT NULL,
  status INTEGER NOT NULL CHECK(status BETWEEN 0 AND 7),
  status_since INTEGER CHECK(status_since BETWEEN -25567 AND 376199),
  service_critical INTEGER NOT NULL CHECK(service_critical IN (0, 1)),
  consumer INTEGER NOT NULL CHECK(consumer IN (0, 1)),
  do_not_contact INTEGER NOT NULL CHECK(do_not_contact IN (0, 1)),
  annual_value INTEGER CHECK(abs(annual_value) <= 1000000000000000),
  renewal INTEGER CHECK(renewal BETWEEN -25567 AND 376199),
  payment_method TEXT NOT NULL,
  hurdles TEXT NOT NULL,
  calendar TEXT NOT NULL,
  incomplete INTEGER NOT NULL CHECK(incomplete IN (0, 1)),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER
) STRICT;
CREATE UNIQUE INDEX customer_external_id ON customer(external_id) WHERE retracted_by IS NULL;

CREATE TABLE contact(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  role INTEGER NOT NULL CHECK(role BETWEEN 0 AND 5),
  role_text TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  preferred_channel TEXT NOT NULL,
  call_from INTEGER NOT NULL CHECK(call_from BETWEEN 0 AND 1440),
  call_to INTEGER NOT NULL CHECK(call_to BETWEEN 0 AND 1440),
  billing INTEGER NOT NULL CHECK(billing IN (0, 1)),
  verified_on INTEGER CHECK(verified_on BETWEEN -25567 AND 376199),
  verified_by TEXT NOT NULL,
  verified_how TEXT NOT NULL,
  defect INTEGER NOT NULL CHECK(defect BETWEEN 0 AND 4),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER
) STRICT;

CREATE TABLE promise(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  currency TEXT CHECK(length(currency) = 3),
  amount INTEGER NOT NULL CHECK(abs(amount) <= 1000000000000000),
  lines TEXT NOT NULL, -- [[debit, amount], ...]
  made_on INTEGER CHECK(made_on BETWEEN -25567 AND 376199),
  promised_for INTEGER CHECK(promised_for BETWEEN -25567 AND 376199),
  entered_on INTEGER CHECK(entered_on BETWEEN -25567 AND 376199),
  imported INTEGER NOT NULL CHECK(imported IN (0, 1)),
  method TEXT NOT NULL,
  contact INTEGER REFERENCES contact(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  taken_by TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn_on INTEGER CHECK(withdrawn_on BETWEEN -25567 AND 376199),
  replaced_by INTEGER REFERENCES promise(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  replaced_on INTEGER CHECK(replaced_on BETWEEN -25567 AND 376199),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER,
  retracted_by INTEGER
) STRICT;

CREATE TABLE activity(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER REFERENCES contact(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 5),
  outcome INTEGER NOT NULL CHECK(outcome BETWEEN 0 AND 10),
  at INTEGER NOT NULL,
  day INTEGER CHECK(day BETWEEN -25567 AND 376199),
  user TEXT NOT NULL,
  note TEXT NOT NULL,
  reference TEXT NOT NULL,
  claimed INTEGER CHECK(claimed BETWEEN -25567 AND 376199),
  promise INTEGER REFERENCES promise(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER,
  retracted_by INTEGER
) STRICT;

CREATE TABLE next_action(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 6),
  made_on INTEGER CHECK(made_on BETWEEN -25567 AND 376199),
  due INTEGER CHECK(due BETWEEN -25567 AND 376199),
  at INTEGER NOT NULL,
  note TEXT NOT NULL,
  user TEXT NOT NULL,
  operation INTEGER,
  retracted_by INTEGER
) STRICT;

CREATE TABLE policy(
  id INTEGER PRIMARY KEY,
  valid_from INTEGER CHECK(valid_from BETWEEN -25567 AND 376199),
  settings TEXT NOT NULL,
  operation INTEGER,
  retracted_by INTEGER
) STRICT;

CREATE TABLE rate(
  id INTEGER PRIMARY KEY,
  currency TEXT CHECK(length(currency) = 3),
  valid_from INTEGER CHECK(valid_from BETWEEN -25567 AND 376199),
  rate TEXT NOT NULL,
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER
) STRICT;

CREATE TABLE target(
  id INTEGER PRIMARY KEY,
  metric TEXT NOT NULL,
  valid_from INTEGER CHECK(valid_from BETWEEN -25567 AND 376199),
  value INTEGER NOT NULL,
  retracted_by INTEGER
) STRICT;

CREATE TABLE holiday(
  id INTEGER PRIMARY KEY,
  calendar TEXT NOT NULL,
  date INTEGER CHECK(date BETWEEN -25567 AND 376199),
  name TEXT NOT NULL,
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER
) STRICT;

CREATE TABLE user_account(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role INTEGER NOT NULL CHECK(role BETWEEN 0 AND 4),
  retracted_by INTEGER
) STRICT;

CREATE TABLE mapping_profile(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  signature TEXT NOT NULL,
  json TEXT NOT NULL,
  retracted_by INTEGER
) STRICT;

-- Texts that repeat in posted lines; kind 0 = product line, 1 = billing format.
CREATE TABLE term(
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 1),
  code INTEGER NOT NULL CHECK(code BETWEEN 1 AND 65535),
  text TEXT NOT NULL CHECK(text <> ''),
  PRIMARY KEY(kind, code),
  UNIQUE(kind, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE debit(
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
  batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER
) STRICT;
-- The number first: it seldom ties, which makes the index three times as fast to build.
CREATE UNIQUE INDEX debit_key ON debit(number, customer, kind, ifnull(company, 0)) WHERE retracted_by IS NULL;

CREATE TABLE credit(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  company INTEGER REFERENCES company(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 4),
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  currency TEXT NOT NULL CHECK(length(currency) = 3),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  reference TEXT NOT NULL,
  cleared_on INTEGER CHECK(cleared_on BETWEEN -25567 AND 376199),
  reverses INTEGER REFERENCES credit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  CHECK((kind = 3) = (reverses IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX credit_note_key ON credit(reference, customer, ifnull(company, 0))
  WHERE kind = 1 AND retracted_by IS NULL;

-- Kept beside its debit: aging and loading read both in one pass, and no index is needed.
CREATE TABLE allocation(
  debit INTEGER NOT NULL REFERENCES debit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  id INTEGER NOT NULL,
  credit INTEGER NOT NULL REFERENCES credit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  PRIMARY KEY(debit, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE write_off(
  debit INTEGER NOT NULL REFERENCES debit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  id INTEGER NOT NULL,
  date INTEGER NOT NULL CHECK(date BETWEEN -25567 AND 376199),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000000),
  reason TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  retracted_by INTEGER,
  PRIMARY KEY(debit, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  debit INTEGER REFERENCES debit(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL CHECK(abs(amount) <= 1000000000000000),
  reason TEXT NOT NULL,
  opened_on INTEGER CHECK(opened_on BETWEEN -25567 AND 376199),
  resolved_on INTEGER CHECK(resolved_on BETWEEN -25567 AND 376199),
  batch INTEGER REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  operation INTEGER,
  retracted_by INTEGER
) STRICT;

-- The record rows an import touched: how they were before (NULL = new), and the digest of what it made of them.
CREATE TABLE batch_change(
  batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  table_number INTEGER NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after_digest BLOB NOT NULL,
  PRIMARY KEY(batch, table_number, row_id)
) STRICT, WITHOUT ROWID;

-- Every change, in the transaction that made it, each event carrying the hash of the one before.
CREATE TABLE audit(
  seq INTEGER PRIMARY KEY,
  at_utc INTEGER NOT NULL,
  zone TEXT NOT NULL,
  actor TEXT NOT NULL,
  os_user TEXT NOT NULL,
  host TEXT NOT NULL,
  app_version TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  operation INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  payload_salt BLOB NOT NULL CHECK(length(payload_salt) = 16),
  payload_digest BLOB NOT NULL CHECK(length(payload_digest) = 32),
  prev_hash BLOB NOT NULL CHECK(length(prev_hash) = 32),
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32)
) STRICT;

-- Apart from the chain, so that personal data can be taken out of it without breaking it.
CREATE TABLE audit_payload(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq) ON DELETE RESTRICT,
  payload TEXT -- NULL = redacted
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit events are never changed');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit events are never deleted');
END;
CREATE TRIGGER audit_payload_no_update BEFORE UPDATE ON audit_payload WHEN NEW.payload IS NOT NULL OR NEW.seq <> OLD.seq BEGIN
  SELECT RAISE(ABORT, 'audit events are never changed');
END;
CREATE TRIGGER audit_payload_no_delete BEFORE DELETE ON audit_payload BEGIN
  SELECT RAISE(ABORT, 'audit events are never deleted');
END;

CREATE TRIGGER debit_no_update BEFORE UPDATE OF id, customer, company, kind, due_source, date, due, terms, currency,
  amount, number, product, po_number, net_amount, service_date, delivered_on, billing_format, batch ON debit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER debit_no_delete BEFORE DELETE ON debit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER credit_no_update BEFORE UPDATE OF id, customer, company, kind, date, currency, amount, reference,
  cleared_on, reverses, batch ON credit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER credit_no_delete BEFORE DELETE ON credit BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER allocation_no_update BEFORE UPDATE OF debit, id, credit, date, amount, batch ON allocation BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
CREATE TRIGGER write_off_no_update BEFORE UPDATE OF debit, id, date, amount, reason, batch ON write_off BEGIN
  SELECT RAISE(ABORT, 'posted lines are never changed');
END;
CREATE TRIGGER write_off_no_delete BEFORE DELETE ON write_off BEGIN
  SELECT RAISE(ABORT, 'posted lines are never deleted');
END;
