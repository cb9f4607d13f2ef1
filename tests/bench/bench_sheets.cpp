// What a workbook costs beside the same rows as CSV: 100,000 invoices through `duedeskctl import --dry-run`.
//   bench_sheets DUEDESKCTL WORKDIR
#include "core/exchange/tablewriter.h"
#include "core/exchange/xlsxwriter.h"
#include "tests/bench/harness.h"

#include <QFile>
#include <QProcess>
#include <cstdio>
#include <memory>

using namespace duedesk;
using namespace duedesk::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int invoices = 100'000;

[[noreturn]] void die(const QString& what)
{
    std::fprintf(stderr, "error: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void writeInvoices(TableWriter& w)
{
    const Currency usd = *Currency::parse(std::string_view("USD"));
    const Date first = *Date::fromCivil(2024, 1, 1);
    w.header({u"customer_id"_s, u"customer_name"_s, u"invoice_no"_s, u"invoice_date"_s, u"due_date"_s, u"currency"_s,
              u"amount"_s, u"po_number"_s});
    for (int i = 0; i < invoices; ++i) {
        const QString customer = QString::number(100'000 + i % 5'000);
        const Date issued = first + i % 600;
        w.row({TextCell{u"C%1"_s.arg(customer)}, TextCell{u"Customer %1 & Sons"_s.arg(customer)},
               TextCell{u"INV-%1"_s.arg(i + 1'000'000)}, DateCell{issued}, DateCell{issued + 30}, TextCell{u"USD"_s},
               MoneyCell{{10'000 + std::int64_t(i) * 7919 % 9'999'999, usd}},
               TextCell{u"PO%1"_s.arg(i * 31 % 77'777)}});
    }
    if (const Outcome done = w.finish(); !done)
        die(done.error().message());
}

template <class Make> void writeFile(const QString& path, Make&& make)
{
    QFile f(path);
    if (!f.open(QIODevice::WriteOnly))
        die(path + u": "_s + f.errorString());
    const std::unique_ptr<TableWriter> w =
        make([&f](std::string_view b) { return f.write(b.data(), qint64(b.size())) == qint64(b.size()); });
    writeInvoices(*w);
}

double importMs(const QString& ctl, const QString& book, const QString& file)
{
    return medianMs(3, [&] {
        QProcess p;
        p.start(ctl, {u"--quiet"_s, u"--book"_s, book, u"import"_s, file, u"--dry-run"_s});
        if (!p.waitForFinished(-1) || p.exitCode() != 0)
            die(QString::fromUtf8(p.readAllStandardError()).left(2000));
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        die(u"usage: bench_sheets DUEDESKCTL WORKDIR"_s);
    const QString ctl = QString::fromLocal8Bit(argv[1]), dir = QString::fromLocal8Bit(argv[2]);
    const QString book = dir + u"/sheets.duedesk"_s, csv = dir + u"/rows.csv"_s, xlsx = dir + u"/rows.xlsx"_s;
    if (QProcess::execute(ctl, {u"--quiet"_s, u"--book"_s, book, u"init"_s}) != 0)
        die(u"no book could be made in "_s + dir);
    writeFile(csv, [](ByteSink s) { return std::make_unique<CsvWriter>(std::move(s), CsvWriter::Style::Plain); });
    writeFile(xlsx, [](ByteSink s) { return std::make_unique<XlsxWriter>(std::move(s), u"Items"_s); });
    Report report;
    const double peer = importMs(ctl, book, csv);
    report.add(u"-"_s, u"import of 100,000 rows as XLSX, beside CSV"_s, importMs(ctl, book, xlsx), peer, -1, 3);
    report.print();
    return report.allMet() ? 0 : 5;
}
