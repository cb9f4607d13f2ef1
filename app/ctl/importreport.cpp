#include "app/ctl/importreport.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace duedesk::ctl {
namespace {

constexpr std::int64_t namedSkips = 1000;

QTextStream& err()
{
    static QTextStream stream(stderr);
    return stream;
}

void say(const Error& e) { err() << "error: " << e.message() << Qt::endl; }

QString plain(Int128 minor, Currency c)
{
    try {
        return Money{narrow(minor), c}.toPlain();
    } catch (const std::exception&) {
        return {}; // a sum that is no figure
    }
}

Table countsOf(const StagedReport& r)
{
    Table t = Table::with("file,kind,profile,#rows,#new,#changed,#unchanged,#rejected,#skipped");
    for (const FileReport& f : r.files)
        t.rows.push_back({f.name, fileKindName(f.kind), f.profile, QString::number(f.rows), QString::number(f.added),
                          QString::number(f.changed), QString::number(f.unchanged), QString::number(f.rejected),
                          QString::number(f.skipped)});
    return t;
}

QJsonArray sumsOf(const FileReport& f)
{
    QJsonArray out;
    for (const auto& [currency, t] : f.taken)
        out.append(QJsonObject{{QStringLiteral("currency"), currency.toString()},
                               {QStringLiteral("debits"), QString::number(t.debits)},
                               {QStringLiteral("debit_sum"), plain(t.debitSum, currency)},
                               {QStringLiteral("credits"), QString::number(t.credits)},
                               {QStringLiteral("credit_sum"), plain(t.creditSum, currency)}});
    return out;
}

void printJson(const StagedReport& r)
{
    const Table counts = countsOf(r);
    QJsonArray files;
    for (std::size_t i = 0; i < r.files.size(); ++i) {
        QJsonObject o;
        for (std::size_t c = 0; c < counts.columns.size(); ++c)
            o.insert(counts.columns[c].name, counts.rows[i][qsizetype(c)]);
        QJsonArray skipped;
        for (const SkippedRow& s : r.skipped)
            if (s.file == i)
                skipped.append(QJsonObject{{QStringLiteral("row"), QString::number(s.line)},
                                           {QStringLiteral("reason"), r.reasons.value(qsizetype(s.reason))}});
        o.insert(QStringLiteral("skipped_rows"), skipped);
        o.insert(QStringLiteral("sums"), sumsOf(r.files[i]));
        files.append(o);
    }
    QTextStream(stdout) << QJsonDocument(files).toJson();
}

// Rows that are left out are named even when little is to be said: nothing is lost without a word.
void nameSkipped(const StagedReport& r)
{
    std::int64_t named = 0, all = 0;
    for (const FileReport& f : r.files)
        all += f.skipped;
    for (const SkippedRow& s : r.skipped) {
        if (named == namedSkips)
            break;
        ++named;
        err() << "skipped: " << shown(r.files[s.file].name) << ':' << s.line << ": "
              << shown(r.reasons.value(qsizetype(s.reason))) << Qt::endl;
    }
    if (all > named)
        err() << "skipped: and " << all - named << " more rows; --format json names them" << Qt::endl;
}

} // namespace

void printReport(const Session& s, const StagedReport& r)
{
    if (s.format == Format::Json)
        printJson(r);
    else
        (void)print(countsOf(r), s.format); // a closed pipe is no reason to stop an import
    if (r.ambiguities.empty())
        nameSkipped(r);
    if (s.quiet)
        return;
    for (const FileReport& f : r.files) {
        if (f.alreadyImported)
            err() << "note: " << shown(f.name) << ": imported before, nothing to do" << Qt::endl;
        if (f.layout.encoding != Encoding::Utf8)
            err() << "note: " << shown(f.name) << ": read as " << encodingName(f.layout.encoding) << Qt::endl;
        if (!f.layout.unknown.isEmpty())
            err() << "note: " << shown(f.name)
                  << ": columns not used: " << shown(f.layout.unknown.join(QStringLiteral(", "))) << Qt::endl;
    }
}

void printProblems(const Session& s, const StagedReport& r)
{
    for (const Ambiguity& a : r.ambiguities)
        say(a.error());
    for (const Error& e : r.blockers)
        say(e);
    if (!r.ambiguities.empty())
        return;
    for (const Error& e : r.errors)
        say(e);
    if (r.errorCount > std::int64_t(r.errors.size()))
        err() << "error: and " << r.errorCount - std::int64_t(r.errors.size())
              << " more rejected rows; --rejects FILE.csv keeps them all" << Qt::endl;
    if (s.quiet)
        return;
    for (const Error& w : r.warnings)
        err() << "warning: " << w.message() << Qt::endl;
    if (r.warningCount > std::int64_t(r.warnings.size()))
        err() << "warning: and " << r.warningCount - std::int64_t(r.warnings.size()) << " more" << Qt::endl;
}

} // namespace duedesk::ctl
