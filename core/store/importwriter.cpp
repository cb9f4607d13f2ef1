#include "core/store/importwriter.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::uint64_t progressEvery = 16384;

constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

// The parameters of an insert that runs a million times: one that did not change since the row before stays bound.
class Row {
public:
    explicit Row(Statement& s) : m_statement(s) { m_last.fill(none); } // an unbound parameter is NULL
    void set(int i, std::int64_t v)
    {
        if (m_last[std::size_t(i)] == v)
            return;
        m_last[std::size_t(i)] = v;
        if (v == none)
            m_statement.bindNull(i);
        else
            m_statement.bind(i, v);
    }
    void setDay(int i, std::int32_t day) { set(i, day == -farFuture ? none : day); }
    void setText(int i, std::string_view text) { m_statement.bind(i, text); }
    // Codes live in one table for the whole run: the same place is the same text.
    void setCode(int i, std::string_view code)
    {
        if (code.data() != m_code)
            m_statement.bind(i, code);
        m_code = code.data();
    }
    void write()
    {
        m_statement.step();
        m_statement.reset();
    }

private:
    Statement& m_statement;
    std::array<std::int64_t, 20> m_last;
    const char* m_code = nullptr;
};

// The lines' bounds are proved by ImportPlan; records keep their checks.
class ProvedLines {
public:
    explicit ProvedLines(Database& db) : m_db(db) { m_db.exec("PRAGMA ignore_check_constraints=ON"); }
    ~ProvedLines()
    {
        disregard(guarded([this] { m_db.exec("PRAGMA ignore_check_constraints=OFF"); })); // BulkMode sees to it again
    }
    ProvedLines(const ProvedLines&) = delete;
    ProvedLines& operator=(const ProvedLines&) = delete;

private:
    Database& m_db;
};

[[noreturn]] void gone()
{
    throwFailure(ErrorCode::Refused, u"a line that the import replaces is no longer in the book"_s,
                 u"stage the import again; nothing was saved"_s);
}

} // namespace

ImportWriter::ImportWriter(Database& db, const ImportPlan& plan, const StagedImport& staged, const ImportBatch& batch,
                           std::function<bool(double)> progress)
    : m_db(db), m_plan(plan), m_staged(staged), m_batch(batch), m_progress(std::move(progress)),
      m_total(std::uint64_t(plan.debitCount()) + plan.creditCount() + plan.settlementCount() + 1)
{
    staged.changes.forEachTable([this](const auto& rows) { m_total += rows.size(); });
}

void ImportWriter::step(std::uint64_t done)
{
    m_done += done;
    // Indexes and the commit still follow, so rows are nine tenths of the way.
    if (m_progress && !m_progress(0.9 * double(m_done) / double(m_total)))
        throwFailure(ErrorCode::Cancelled, u"the import was stopped, nothing was saved"_s);
}

void ImportWriter::writeLines()
{
    writeTerms();
    const bool fresh =
        m_db.integer("SELECT count(*) FROM (SELECT 1 FROM debit LIMIT 1)") == 0 && m_plan.debitCount() > 5000;
    if (fresh)
        dropIndexes();
    {
        const ProvedLines unchecked(m_db);
        writeDebits();
        writeCredits();
        writeSettlements();
    }
    if (fresh)
        makeIndexes();
}

void ImportWriter::dropIndexes()
{
    std::vector<std::string> names;
    {
        Statement s(m_db, "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL "
                          "AND tbl_name IN ('debit', 'credit')");
        while (s.step()) {
            names.emplace_back(s.text(0));
            m_indexes.emplace_back(s.text(1));
        }
    }
    for (const std::string& name : names)
        m_db.exec(("DROP INDEX " + name).c_str());
}

void ImportWriter::makeIndexes()
{
    for (const std::string& sql : m_indexes) {
        step(0); // each takes its time in a large book: who gives up does not wait for all of them
        m_db.exec(sql.c_str());
    }
}

void ImportWriter::writeTerms()
{
    Statement s(m_db, "INSERT INTO term(kind, code, text) VALUES(?1, ?2, ?3)");
    for (const ImportPlan::Term& t : m_plan.newTerms())
        s.bind(1, std::int64_t(t.kind)).bind(2, std::int64_t(t.code)).bind(3, t.text).run();
}

void ImportWriter::writeDebits()
{
    Statement s(m_db, "INSERT INTO debit(id, customer, company, kind, due_source, date, due, terms, currency, amount, "
                      "number, product, po_number, net_amount, service_date, delivered_on, billing_format, batch) "
                      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)");
    Row row(s);
    row.set(18, m_batch.id.value);
    const std::uint32_t n = m_plan.debitCount();
    for (std::uint32_t i = 0; i < n; ++i) {
        const DebitFacts d = m_plan.debit(i);
        row.set(1, d.id);
        row.set(2, d.customer);
        row.set(3, d.company != 0 ? d.company : none);
        row.set(4, std::int64_t(d.kind));
        row.set(5, std::int64_t(d.dueSource));
        row.set(6, d.date);
        row.set(7, d.due);
        row.set(8, d.terms != -1 ? d.terms : none);
        row.setCode(9, d.currency);
        row.set(10, d.amount);
        row.setText(11, d.number);
        row.set(12, d.product.empty() ? none : m_plan.productCode(i));
        if (!d.poNumber.empty())
            row.setText(13, d.poNumber);
        else
            s.bindNull(13);
        row.set(14, d.netAmount >= 0 ? d.netAmount : none);
        row.setDay(15, d.serviceDate);
        row.setDay(16, d.deliveredOn);
        row.set(17, d.billingFormat.empty() ? none : m_plan.formatCode(i));
        row.write();
        if ((i + 1) % progressEvery == 0)
            step(progressEvery);
    }
}

void ImportWriter::writeCredits()
{
    Statement s(m_db, "INSERT INTO credit(id, customer, company, kind, date, currency, amount, reference, cleared_on, "
                      "reverses, batch) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)");
    Row row(s);
    row.set(11, m_batch.id.value);
    const std::uint32_t n = m_plan.creditCount();
    for (std::uint32_t i = 0; i < n; ++i) {
        const CreditFacts c = m_plan.credit(i);
        row.set(1, c.id);
        row.set(2, c.customer);
        row.set(3, c.company != 0 ? c.company : none);
        row.set(4, std::int64_t(c.kind));
        row.set(5, c.date);
        row.setCode(6, c.currency);
        row.set(7, c.amount);
        row.setText(8, c.reference);
        row.setDay(9, c.clearedOn);
        row.set(10, c.reverses != 0 ? c.reverses : none);
        row.write();
        if ((i + 1) % progressEvery == 0)
            step(progressEvery);
    }
}

void ImportWriter::writeSettlements()
{
    Statement a(m_db, "INSERT INTO allocation(debit, id, credit, date, amount, batch) VALUES(?1,?2,?3,?4,?5,?6)");
    Statement w(m_db, "INSERT INTO write_off(debit, id, date, amount, reason, batch) VALUES(?1,?2,?3,?4,?5,?6)");
    a.bind(6, m_batch.id.value);
    w.bind(6, m_batch.id.value);
    const std::uint32_t n = m_plan.settlementCount();
    for (std::uint32_t i = 0; i < n; ++i) {
        const StagedSettlement x = m_plan.settlement(i);
        Statement& s = x.credit ? a : w;
        s.bind(1, x.debit.value).bind(2, x.id);
        if (x.credit)
            s.bind(3, x.credit.value).bind(4, std::int64_t(x.date)).bind(5, x.amount);
        else
            s.bind(3, std::int64_t(x.date)).bind(4, x.amount).bind(5, x.reason);
        s.step();
        s.reset();
        if ((i + 1) % progressEvery == 0)
            step(progressEvery);
    }
}

void ImportWriter::retractLines()
{
    const std::int64_t op = m_batch.operation.value;
    const auto retract = [&](const char* sql, std::int64_t id, bool must) {
        Statement s(m_db, sql);
        s.bind(1, id).bind(2, op).run();
        if (must && m_db.changes() != 1)
            gone();
    };
    for (const DebitId id : m_staged.retractedDebits) {
        retract("UPDATE debit SET retracted_by=?2 WHERE id=?1 AND retracted_by IS NULL", id.value, true);
        // What settled the old line goes with it; what is still meant is staged anew.
        retract("UPDATE allocation SET retracted_by=?2 WHERE debit=?1 AND retracted_by IS NULL", id.value, false);
        retract("UPDATE write_off SET retracted_by=?2 WHERE debit=?1 AND retracted_by IS NULL", id.value, false);
    }
    const auto bySet = [&](const char* sql, const std::vector<std::int64_t>& ids) {
        if (ids.empty())
            return;
        m_db.exec("CREATE TEMP TABLE IF NOT EXISTS retracted(id INTEGER PRIMARY KEY)");
        m_db.exec("DELETE FROM temp.retracted");
        Statement add(m_db, "INSERT OR IGNORE INTO temp.retracted(id) VALUES(?1)");
        for (const std::int64_t id : ids)
            add.bind(1, id).run();
        Statement(m_db, sql).bind(1, op).run();
    };
    std::vector<std::int64_t> credits;
    for (const CreditId id : m_staged.retractedCredits) {
        retract("UPDATE credit SET retracted_by=?2 WHERE id=?1 AND retracted_by IS NULL", id.value, true);
        credits.push_back(id.value);
    }
    bySet("UPDATE allocation SET retracted_by=?1 WHERE retracted_by IS NULL AND credit IN (SELECT id FROM "
          "temp.retracted)",
          credits);
    bySet("UPDATE allocation SET retracted_by=?1 WHERE retracted_by IS NULL AND id IN (SELECT id FROM temp.retracted)",
          m_staged.retractedAllocations);
    bySet("UPDATE write_off SET retracted_by=?1 WHERE retracted_by IS NULL AND id IN (SELECT id FROM temp.retracted)",
          m_staged.retractedWriteOffs);
}

void ImportWriter::writeRecords(const Book& before, const ChangeSet& changes, std::int64_t revision)
{
    step(0);
    Statement s(m_db,
                "INSERT INTO batch_change(batch, table_number, row_id, before, after_digest) VALUES(?1,?2,?3,?4,?5)");
    s.bind(1, m_batch.id.value);
    std::uint64_t rows = 0;
    writeChanges(m_db, before, changes, revision, [&](const WrittenRow& row) {
        if (++rows % progressEvery == 0)
            step(progressEvery);
        if (row.table == int(Table::ImportBatch))
            return; // the batch is not among what it changed
        s.bind(2, std::int64_t(row.table)).bind(3, row.id);
        if (row.before.empty())
            s.bindNull(4);
        else
            s.bind(4, std::string_view(row.before));
        s.bindBlob(5, view(row.after)).run();
    });
}

std::string retractionDigest(Database& db, std::int64_t operation)
{
    Sha256 h;
    for (const char* sql : {"SELECT id, 0 FROM debit WHERE retracted_by=?1 ORDER BY id",
                            "SELECT id, 0 FROM credit WHERE retracted_by=?1 ORDER BY id",
                            "SELECT debit, id FROM allocation WHERE retracted_by=?1 ORDER BY debit, id",
                            "SELECT debit, id FROM write_off WHERE retracted_by=?1 ORDER BY debit, id"}) {
        Statement s(db, sql);
        s.bind(1, operation);
        Sha256 part;
        while (s.step())
            part.integer(s.integer(0)).integer(s.integer(1));
        h.field(view(part.finish()));
    }
    return hex(h.finish());
}

} // namespace duedesk
