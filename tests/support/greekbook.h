// A practice book whose data are written in Greek letters: what is in Latin ones on the screen is then no data. It is made as
// the practice book is, of the same files, with codes, days, amounts, addresses and zones left as they are.
#pragma once
#include "core/domain/provisionalids.h"
#include "core/exchange/importer.h"
#include "core/practice/sample.h"
#include "core/store/bookstore.h"
#include "core/workbench/sampletalks.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace duedesk {

// Letter for letter, so that what refers to each other still does.
inline QString greek(const QString& text)
{
    static const QString latin = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
    static const QString letters = QStringLiteral("αβψδεφγηιξκλμνοπϊρστυωθχϋζ");
    QString out = text;
    for (QChar& c : out)
        if (const qsizetype at = latin.indexOf(c.toLower()); at >= 0)
            c = c.isUpper() ? letters[at].toUpper() : letters[at];
    return out;
}

// The cells of a file of the practice book; those with a meaning of their own stay.
inline QString greekFile(const QString& csv)
{
    static const QSet<QString> data{
        QStringLiteral("customer_id"), QStringLiteral("name"),         QStringLiteral("parent_id"),
        QStringLiteral("payer_id"),    QStringLiteral("tier"),         QStringLiteral("region"),
        QStringLiteral("industry"),    QStringLiteral("size"),         QStringLiteral("country"),
        QStringLiteral("owner"),       QStringLiteral("cs_owner"),     QStringLiteral("invoice_no"),
        QStringLiteral("po_number"),   QStringLiteral("product_line"), QStringLiteral("payment_ref"),
        QStringLiteral("taken_by")};
    QStringList lines = csv.split(u'\n');
    const QStringList headings = lines.front().split(u',');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        QStringList cells = lines[i].split(u',');
        for (qsizetype c = 0; c < std::min(cells.size(), headings.size()); ++c)
            if (data.contains(headings[c]))
                cells[c] = greek(cells[c]);
        lines[i] = cells.join(u',');
    }
    return lines.join(u'\n');
}

// At `path`, of files it leaves in `folder`.
inline Outcome createGreekBook(const QString& path, const QDir& folder, int customers, Instant now, const QString& user)
{
    SampleOptions options;
    options.customers = customers;
    options.months = 10;
    options.today = dayIn({}, now);
    Sample sample = makeSample(options);
    QStringList files;
    for (const SampleFile& f : sample.files) {
        const QString file = folder.filePath(greek(QString::fromStdString(f.name).section(u'.', 0, 0)) + u".csv");
        QFile out(file);
        const QByteArray text = greekFile(QString::fromStdString(f.text)).toUtf8();
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            return fail(ErrorCode::StorageFailed, file);
        files += file;
    }
    BookInfo info;
    info.name = greek(QStringLiteral("practice"));
    info.base = *Currency::parse(std::string_view("USD"));
    auto store = BookStore::create(path, info, {user, now});
    if (!store)
        return fail(store.error());
    if (const auto loaded = (*store)->load(); !loaded)
        return fail(loaded.error());
    ProvisionalIds ids;
    ImportOptions reading;
    reading.today = options.today;
    reading.now = now;
    reading.user = user;
    reading.cashThrough = options.today - 1;
    auto report = stage(*(*store)->book(), files, reading, ids);
    if (!report)
        return fail(report.error());
    if (!report->errors.empty())
        return fail(report->errors.front());
    if (const auto done = (*store)->commitImport(report->staged, {user, now}); !done)
        return fail(done.error());
    for (SampleTalk& t : sample.talks) {
        t.customer = greek(QString::fromStdString(t.customer)).toStdString();
        t.note = greek(QString::fromStdString(t.note)).toStdString();
    }
    if (const auto held = holdTalks(**store, sample.talks, user); !held)
        return fail(held.error());
    (void)(*store)->waitForBackup();
    return {};
}

} // namespace duedesk
