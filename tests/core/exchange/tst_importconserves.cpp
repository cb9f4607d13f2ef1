// Random tables with shuffled and renamed columns, damaged rows, totals and drafts: every row is one of the five, and the
// money of the rows that were left whole is in the book, to the cent and per currency.
#include "tests/core/exchange/importfixture.h"

#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int tables = 300;

struct Column {
    const char* field;
    std::vector<const char*> headings;
};
const std::vector<Column> columns = {
    {"number", {"invoice_no", "Invoice Number", "Rechnungsnummer", "Facture"}},
    {"customer", {"customer_id", "Customer No.", "Kundennummer", "Code client"}},
    {"date", {"invoice_date", "Issue Date", "Rechnungsdatum", "Date de facture"}},
    {"due", {"due_date", "Due", "F\xc3\xa4lligkeit", "Vervaldatum"}},
    {"currency", {"currency", "Currency Code", "W\xc3\xa4hrung", "Devise"}},
    {"amount", {"amount", "Total", "Betrag", "Montant"}},
    {"status", {"status", "Invoice Status", "Statut"}},
    {"note", {"Remark", "Bemerkung", "x"}},
};

using Row = std::map<std::string, QByteArray>;

struct Expected {
    std::int64_t rows = 0, added = 0, rejected = 0, skipped = 0;
    std::map<QString, std::int64_t> debits; // minor units by currency
};

class TableMaker {
public:
    explicit TableMaker(unsigned seed) : m_random(seed) {}

    QByteArray make(Expected& want)
    {
        std::vector<std::size_t> order(columns.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::shuffle(order.begin(), order.end(), m_random);
        Row heading;
        for (const Column& c : columns)
            heading[c.field] = c.headings[pick(c.headings.size())];
        QByteArray out = line(heading, order);
        const std::size_t n = pick(40) + 1;
        for (std::size_t i = 0; i < n; ++i)
            out += one(int(i), want, order);
        return out;
    }

private:
    std::size_t pick(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }

    static QByteArray line(const Row& row, const std::vector<std::size_t>& order)
    {
        QByteArray out;
        for (const std::size_t c : order)
            out += (out.isEmpty() && c == order.front() ? "" : ",") + row.at(columns[c].field);
        return out + '\n';
    }

    QByteArray one(int i, Expected& want, const std::vector<std::size_t>& order)
    {
        const std::int64_t minor = std::int64_t(pick(1'000'000)) + 1;
        const QByteArray currency = pick(2) == 0 ? "USD" : "EUR";
        Row row{{"number", "N" + QByteArray::number(i)},
                {"customer", "C" + QByteArray::number(int(pick(5)))},
                {"date", "2025-0" + QByteArray::number(int(pick(9)) + 1) + "-15"},
                {"due", "2025-12-01"},
                {"currency", currency},
                {"amount", Money{minor, *Currency::parse(std::string_view("USD"))}.toPlain().toLatin1()},
                {"status", pick(2) == 0 ? "open" : ""},
                {"note", pick(3) == 0 ? "\"a, b\"" : "n"}};
        ++want.rows;
        switch (pick(12)) {
        case 0:
            row["number"] = pick(2) == 0 ? "" : "1.93057E+09";
            ++want.rejected;
            break;
        case 1:
            row["customer"] = pick(2) == 0 ? "" : "#REF!";
            ++want.rejected;
            break;
        case 2:
            row["date"] = pick(2) == 0 ? "2025-02-30" : "soon";
            ++want.rejected;
            break;
        case 3:
            row["amount"] = pick(2) == 0 ? "" : "12x";
            ++want.rejected;
            break;
        case 4:
            row["due"] = "2024-01-01";
            ++want.rejected;
            break;
        case 5:
            row["currency"] = "EURO";
            ++want.rejected;
            break;
        case 6:
            row["status"] = pick(2) == 0 ? "Draft" : "cancelled";
            ++want.skipped;
            break;
        case 7:
            row["status"] = "Paid";
            ++want.skipped;
            break;
        case 8:
            row["status"] = "who knows";
            ++want.rejected;
            break;
        case 9: // a printed total, its word in the first column that is no number or day
            for (auto& [field, cell] : row)
                cell.clear();
            row[firstFree(order)] = "Total";
            row["amount"] = columns[order.front()].field == std::string_view("amount") ? "" : "1.00";
            ++want.skipped;
            break;
        default: ++want.added; want.debits[QString::fromLatin1(currency)] += minor;
        }
        return line(row, order);
    }

    // Where the word of a total stands: the first column, unless that is the amount's.
    static std::string firstFree(const std::vector<std::size_t>& order)
    {
        for (const std::size_t c : order)
            if (columns[c].field != std::string_view("amount"))
                return columns[c].field;
        return {};
    }

    std::mt19937 m_random;
};

} // namespace

class TestImportConserves : public QObject {
    Q_OBJECT
private slots:
    void rowsAndMoney()
    {
        for (unsigned seed = 1; seed <= tables; ++seed) {
            Expected want;
            const QByteArray table = TableMaker(seed).make(want);
            ImportFixture f;
            const auto r = f.stageText(table);
            const QByteArray told = QByteArray::number(seed) + ": " + table;
            QVERIFY2(r, r ? "" : qPrintable(QString::number(seed) + u": "_s + r.error().message()));
            const FileReport& file = r->files[0];
            QVERIFY2(file.rows == want.rows, told.constData());
            QVERIFY2(file.added == want.added && file.rejected == want.rejected && file.skipped == want.skipped,
                     told.constData());
            QCOMPARE(file.added + file.changed + file.unchanged + file.rejected + file.skipped, file.rows);
            std::map<QString, std::int64_t> got;
            for (const StagedDebit& d : r->staged.debits)
                got[Currency::fromIndex(d.row.currency).toString()] += d.row.amount;
            QVERIFY2(got == want.debits, told.constData());
            for (const auto& [currency, taken] : file.taken)
                QVERIFY2(taken.debitSum == Int128(want.debits[currency.toString()]), told.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestImportConserves)
#include "tst_importconserves.moc"
