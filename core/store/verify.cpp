#include "core/store/verify.h"

#include "core/base/edge.h"
#include "core/store/bookreader.h"
#include "core/store/dialect.h"
#include "core/store/importplan.h"
#include "core/store/importwriter.h"
#include "core/store/postingwriter.h"
#include "core/store/recordio.h"
#include "core/store/verifyparts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <iterator>
#include <map>

using namespace Qt::StringLiterals;

namespace duedesk::verify {
namespace {

class Check {
public:
    Check(Database& db, const std::function<bool(double)>& progress) : m_db(db), m_progress(progress) {}

    VerifyReport run()
    {
        const std::pair<const char*, void (Check::*)()> parts[] = {
            {"structure", &Check::structure},   {"schema", &Check::schema},
            {"references", &Check::references}, {"ledger", &Check::ledger},
            {"records", &Check::records},       {"book", &Check::bookRow},
            {"audit", &Check::chain},           {"origins", &Check::origins},
            {"lines", &Check::lines},           {"retractions", &Check::retractions},
            {"imports", &Check::imports},       {"content", &Check::content}};
        int done = 0;
        for (const auto& [name, part] : parts) {
            m_part = name;
            // A part that cannot be read is damage as well, and the others are still looked at.
            const Outcome read = atEdge(u"the book was checked", [&] { return guarded([&] { (this->*part)(); }); });
            if (!read)
                find(read.error().message());
            if (m_progress && !m_progress(++done / double(std::size(parts))))
                throwFailure(ErrorCode::Cancelled, u"the check was stopped"_s);
        }
        return std::move(m_report);
    }

private:
    // Where a line comes from: an import, or the operation of a command.
    struct Origin {
        std::int64_t batch = 0, operation = 0;
        auto operator<=>(const Origin&) const = default;
    };
    // Commands that posted; the payload of a redacted one is gone, but not its operation.
    static constexpr const char* postingEvents =
        "SELECT a.operation, p.payload FROM audit a JOIN audit_payload p ON p.seq = a.seq WHERE a.action NOT IN "
        "('import', 'import undone') AND (p.payload IS NULL OR p.payload LIKE '%\"lines_digest\"%') ORDER BY a.seq";

    void find(const QString& what) { m_report.findings.push_back({QLatin1String(m_part), what}); }

    void structure()
    {
        Statement s(m_db, "PRAGMA integrity_check(20)");
        while (s.step())
            if (s.text(0) != "ok")
                find(s.string(0));
    }

    void references()
    {
        Statement s(m_db, "PRAGMA foreign_key_check");
        for (int n = 0; n < 20 && s.step(); ++n)
            find(u"row %1 of %2 names a row of %3 that is not there"_s.arg(s.integer(1)).arg(s.string(0), s.string(2)));
    }

    void schema()
    {
        checkSchema(m_db, [this](const QString& what) { find(what); });
    }

    // The rows that break an equation first; reading the book whole proves the rest, and names the first that is left.
    void ledger()
    {
        const std::size_t before = m_report.findings.size();
        m_report.debits = m_db.integer("SELECT count(*) FROM debit WHERE retracted_by IS NULL");
        m_report.credits = m_db.integer("SELECT count(*) FROM credit WHERE retracted_by IS NULL");
        checkLedgerRows(m_db, [this](const QString& what) { find(what); });
        const auto book = atEdge(u"the book was read", [&] { return guarded([&] { return readBook(m_db); }); });
        if (!book && m_report.findings.size() == before)
            find(book.error().message());
        if (book)
            for (const auto& chunk : (*book)->ledger().debitChunks)
                m_report.settlements += std::int64_t(chunk->from.size());
    }

    void bookRow()
    {
        if (!checkBookRow(m_db, [this](const QString& what) { find(what); }))
            m_report.notCovered += u"currency and identity of the book, which an older Duedesk made"_s;
    }

    void origins()
    {
        checkOrigins(m_db, [this](const QString& what) { find(what); });
    }

    void imports()
    {
        const int without = checkBatchChanges(m_db, [this](const QString& what) { find(what); });
        if (without > 0)
            m_report.notCovered += u"what is kept to undo %1 imports, which an older Duedesk took in"_s.arg(without);
    }

    void records()
    {
        RecordSum sum;
        for (const RecordType& type : recordTypes())
            for (StoredRows rows(m_db, type); rows.step();)
                sum.add(digestOf(type, rows.values()));
        Statement s(m_db, "SELECT record_sum FROM book");
        if (!s.step() || s.blob(0) != sum.bytes())
            find(u"a customer, contact, call, promise or setting was changed outside of the program"_s);
    }

    // What is kept under a digest has it, and what is named is kept.
    void content()
    {
        if (columnsInFile(m_db, "content").empty())
            return;
        Statement s(m_db, "SELECT sha256, bytes FROM content");
        while (s.step())
            if (hex(Sha256().bytes(s.blob(1)).finish()) != s.text(0))
                find(u"a kept mail or file was changed outside of the program: %1"_s.arg(s.string(0).left(12)));
        checkNamedContent(m_db, [this](const QString& what) { find(what); });
    }

    void chain()
    {
        m_report.head = audit::head(m_db);
        m_report.chain = audit::check(m_db);
        if (m_report.chain.firstBad != 0)
            find(m_report.chain.what);
        Statement s(m_db, "SELECT r.revision FROM revision r LEFT JOIN audit a ON a.revision = r.revision "
                          "AND a.operation = r.operation WHERE a.seq IS NULL LIMIT 1");
        if (s.step())
            find(u"change %1 of the book has no audit event"_s.arg(s.integer(0)));
        Statement last(m_db, "SELECT (SELECT max(revision) FROM audit) - (SELECT max(revision) FROM revision)");
        if (last.step() && last.integer(0) != 0)
            find(u"the audit tells of a change that the book does not hold"_s);
        checkRedactions(m_db, [this](const QString& what) { find(what); });
    }

    void readTexts()
    {
        Statement s(m_db, "SELECT kind, code, text FROM term");
        while (s.step())
            m_texts[{s.integer(0), s.integer(1)}] = s.text(2);
    }

    std::string_view textOf(std::int64_t kind, const Statement& s, int column)
    {
        return s.isNull(column) ? std::string_view() : m_texts[{kind, s.integer(column)}];
    }

    static std::int32_t day(const Statement& s, int column)
    {
        return s.isNull(column) ? -farFuture : std::int32_t(s.integer(column));
    }

    void digestDebits(std::map<Origin, MoneyDigest>& digests)
    {
        Statement s(m_db,
                    "SELECT id, customer, company, kind, due_source, date, due, service_date, delivered_on, terms, "
                    "currency, amount, net_amount, number, po_number, product, billing_format, batch, "
                        + m_operation + " FROM debit ORDER BY id");
        while (s.step())
            digests[originOf(s, 17)].add(DebitFacts{
                s.integer(0), s.integer(1), s.integer(2), DebitKind(s.integer(3)), DueSource(s.integer(4)),
                std::int32_t(s.integer(5)), std::int32_t(s.integer(6)), day(s, 7), day(s, 8),
                s.isNull(9) ? std::int16_t(-1) : std::int16_t(s.integer(9)), s.text(10), s.integer(11),
                s.isNull(12) ? -1 : s.integer(12), s.text(13), s.text(14), textOf(0, s, 15), textOf(1, s, 16)});
    }

    void digestCredits(std::map<Origin, MoneyDigest>& digests)
    {
        Statement s(m_db,
                    "SELECT id, customer, company, kind, date, cleared_on, currency, amount, reference, reverses, "
                    "batch, "
                        + m_operation + " FROM credit ORDER BY id");
        while (s.step())
            digests[originOf(s, 10)].add(CreditFacts{s.integer(0), s.integer(1), s.integer(2), CreditKind(s.integer(3)),
                                                     std::int32_t(s.integer(4)), day(s, 5), s.text(6), s.integer(7),
                                                     s.text(8), s.integer(9)});
    }

    void digestSettlements(std::map<Origin, MoneyDigest>& digests)
    {
        Statement a(m_db, "SELECT debit, id, credit, date, amount, batch, " + m_operation
                              + " FROM allocation ORDER BY debit, id");
        while (a.step())
            digests[originOf(a, 5)].addAllocation(a.integer(0), a.integer(1), a.integer(2), std::int32_t(a.integer(3)),
                                                  a.integer(4));
        Statement w(m_db, "SELECT debit, id, date, amount, reason, batch, " + m_operation
                              + " FROM write_off ORDER BY debit, id");
        while (w.step())
            digests[originOf(w, 5)].addWriteOff(w.integer(0), w.integer(1), std::int32_t(w.integer(2)), w.integer(3),
                                                w.text(4));
    }

    void lines()
    {
        readTexts();
        std::map<Origin, MoneyDigest> digests;
        digestDebits(digests);
        digestCredits(digests);
        digestSettlements(digests);
        Statement s(m_db, "SELECT a.object, p.payload FROM audit a JOIN audit_payload p ON p.seq = a.seq "
                          "WHERE a.action = 'import' ORDER BY a.seq");
        std::set<Origin> known;
        const auto compare = [&](const Origin& origin, const Statement& event, int payloadColumn) {
            known.insert(origin);
            if (event.isNull(payloadColumn))
                return;
            const QString told = payload(event, payloadColumn)[u"lines_digest"_s].toString();
            if (told != QString::fromStdString(hex(digests[origin].finish())))
                find(u"posted lines of %1 were changed outside of the program"_s.arg(words(origin)));
        };
        while (s.step()) {
            ++m_report.batches;
            compare({s.string(0).toLongLong(), 0}, s, 1);
        }
        Statement by(m_db, postingEvents);
        while (by.step())
            compare({0, by.integer(0)}, by, 1);
        for (const auto& [origin, digest] : digests)
            if (!known.contains(origin))
                find(u"posted lines belong to %1 that the audit does not know"_s.arg(words(origin)));
    }

    static QString words(const Origin& o)
    {
        return o.batch != 0 ? u"import %1"_s.arg(o.batch) : u"operation %1"_s.arg(o.operation);
    }

    // The batch and operation of a line, in two columns.
    static Origin originOf(const Statement& s, int column) { return {s.integer(column), s.integer(column + 1)}; }

    static QJsonObject payload(const Statement& s, int column)
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(std::string(s.text(column)))).object();
    }

    void retractions()
    {
        std::set<std::int64_t> undone, known;
        {
            Statement s(m_db, "SELECT operation FROM import_batch WHERE retracted_by IS NOT NULL");
            while (s.step())
                undone.insert(s.integer(0));
        }
        const std::string nothing = retractionDigest(m_db, -1);
        Statement s(m_db, "SELECT a.operation, p.payload FROM audit a JOIN audit_payload p ON p.seq = a.seq "
                          "WHERE a.action IN ('import', 'import undone')");
        while (s.step()) {
            known.insert(s.integer(0));
            if (s.isNull(1))
                continue;
            const std::string told = undone.contains(s.integer(0)) // what it took out is in again
                                         ? nothing
                                         : payload(s, 1)[u"retractions_digest"_s].toString().toStdString();
            if (told != retractionDigest(m_db, s.integer(0)))
                find(u"posted lines were taken out or put back outside of the program (operation %1)"_s.arg(
                    s.integer(0)));
        }
        postings(known);
        Statement by(
            m_db, "SELECT retracted_by FROM debit WHERE retracted_by IS NOT NULL UNION SELECT retracted_by FROM "
                  "credit WHERE retracted_by IS NOT NULL UNION SELECT retracted_by FROM allocation WHERE "
                  "retracted_by IS NOT NULL UNION SELECT retracted_by FROM write_off WHERE retracted_by IS NOT NULL");
        while (by.step())
            if (!known.contains(by.integer(0)))
                find(u"posted lines were taken out by an operation %1 that the audit does not know"_s.arg(
                    by.integer(0)));
    }

    // Lines that commands took out and brought back, as the audit tells it, against the file.
    void postings(std::set<std::int64_t>& known)
    {
        std::map<std::string, std::int64_t> told; // line -> the operation that took it out
        std::set<std::int64_t> ours;
        bool isRedacted = false;
        Statement s(m_db, postingEvents);
        while (s.step()) {
            ours.insert(s.integer(0));
            isRedacted = isRedacted || s.isNull(1);
            const QJsonObject event = payload(s, 1);
            for (const std::string& line : lineNames(event, false))
                told[line] = s.integer(0);
            for (const std::string& line : lineNames(event, true))
                told.erase(line);
        }
        known.insert(ours.begin(), ours.end());
        if (isRedacted)
            return; // what they took out or brought back cannot be told any more
        std::map<std::string, std::int64_t> found;
        Statement lines(m_db,
                        "SELECT 'debit ' || id, retracted_by FROM debit WHERE retracted_by IS NOT NULL UNION ALL "
                        "SELECT 'credit ' || id, retracted_by FROM credit WHERE retracted_by IS NOT NULL UNION ALL "
                        "SELECT 'allocation ' || debit || '/' || id, retracted_by FROM allocation WHERE "
                        "retracted_by IS NOT NULL UNION ALL SELECT 'write_off ' || debit || '/' || id, "
                        "retracted_by FROM write_off WHERE retracted_by IS NOT NULL");
        while (lines.step())
            if (ours.contains(lines.integer(1)))
                found.emplace(lines.text(0), lines.integer(1));
        if (found != told)
            find(u"posted lines that commands took out or brought back are not as the audit tells"_s);
    }

    Database& m_db;
    const std::string m_operation =
        columnsInFile(m_db, "debit").contains("operation") ? "operation" : "NULL"; // of a book before commands posted
    const std::function<bool(double)>& m_progress;
    VerifyReport m_report;
    const char* m_part = "";
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> m_texts;
};

} // namespace

VerifyReport run(Database& db, const std::function<bool(double)>& progress)
{
    db.exec(dialect::beginRead);
    struct End {
        Database& db;
        ~End()
        {
            disregard(guarded([this] { db.exec(dialect::commit); }));
        }
    } end{db};
    return Check(db, progress).run();
}

} // namespace duedesk::verify
