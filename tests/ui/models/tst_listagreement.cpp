// One book, three doors: what a list shows in the window, what Ctrl+E writes of it and what the command line prints are the
// same values under the same names.
#include "core/base/clock.h"
#include "core/store/bookstore.h"
#include "ui/models/columns/accountcolumns.h"
#include "ui/models/columns/contactcolumns.h"
#include "ui/models/columns/disputecolumns.h"
#include "ui/models/columns/exceptioncolumns.h"
#include "ui/models/columns/itemcolumns.h"
#include "ui/models/columns/keptcolumns.h"
#include "ui/models/columns/promisecolumns.h"
#include "ui/models/valuetext.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Printed {
    QStringList headings;
    QList<QStringList> rows;
    QString cell(int row, const QString& heading) const { return rows[row].value(headings.indexOf(heading)); }
    // The first row that says so; -1 = none.
    int find(const QString& heading, const QString& text) const
    {
        for (int row = 0; row < rows.size(); ++row)
            if (cell(row, heading) == text)
                return row;
        return -1;
    }
};

// RFC 4180, as `--format csv` prints it.
Printed readCsv(const QString& text)
{
    Printed out;
    QStringList row{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            row.last() += text[++i];
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u',') {
            row.append(QString());
        } else if (!quoted && c == u'\n') {
            if (out.headings.isEmpty())
                out.headings = row;
            else
                out.rows.append(row);
            row = {QString()};
        } else {
            row.last() += c;
        }
    }
    return out;
}

} // namespace

class TestListAgreement : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void disputes();
    void exceptions();
    void promises();
    void kept();
    void contacts();
    void items();
    void accounts();

private:
    Printed print(const QStringList& command);
    // Each line of the window against the row that the command line has for it, column by column; the ids they share.
    template <class Line, class LineOf, class RowOf>
    QString shared(const ListSpec<Line>& list, const std::vector<Column>& columns, std::size_t lines, LineOf lineOf,
                   const Printed& printed, RowOf rowOf);

    QTemporaryDir m_dir;
    BookPtr m_book;
    Date m_day;
    int m_compared = 0;
};

Printed TestListAgreement::print(const QStringList& command)
{
    QProcess p;
    p.start(QStringLiteral(DUEDESKCTL), QStringList{u"--book"_s, m_dir.filePath(u"b.duedesk"_s), u"--as-of"_s,
                                                    m_day.toIso(), u"--format"_s, u"csv"_s}
                                            + command);
    p.waitForFinished(120'000);
    return readCsv(QString::fromUtf8(p.readAllStandardOutput()));
}

void TestListAgreement::initTestCase()
{
    const QString path = m_dir.filePath(u"b.duedesk"_s);
    QCOMPARE(QProcess::execute(QStringLiteral(DUEDESKCTL), {u"--book"_s, path, u"--quiet"_s, u"sample"_s,
                                                            u"--customers"_s, u"60"_s, u"--months"_s, u"12"_s}),
             0);
    const Instant now = SystemClock().now();
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {u"clara"_s, now});
    QVERIFY(store.has_value());
    const auto book = (*store)->load();
    QVERIFY(book.has_value());
    m_book = *book;
    m_day = m_book->dayOf(now);
}

template <class Line, class LineOf, class RowOf>
QString TestListAgreement::shared(const ListSpec<Line>& list, const std::vector<Column>& columns, std::size_t lines,
                                  LineOf lineOf, const Printed& printed, RowOf rowOf)
{
    QStringList ids;
    m_compared = 0;
    for (const Column& column : columns) {
        const ListColumn<Line>& c = list.column(column.id);
        if (!c.heading.isEmpty())
            ids.append(column.id);
        for (std::uint32_t row = 0; row < lines; ++row) {
            const Line line = lineOf(row);
            const Value value = c.value(*m_book, line);
            const QString file = QString::fromStdString(plainText(fileCell(column, *m_book, row)));
            if (file != plainValue(c.kind, value))
                return u"the file has "_s + file + u" in "_s + column.id;
            const QString text = column.text(*m_book, row);
            if (!isNone(value) && !text.isEmpty() && text != valueText(c.kind, value))
                return u"the window has "_s + text + u" in "_s + column.id;
            const int at = rowOf(line, int(row));
            if (c.heading.isEmpty() || at < 0)
                continue;
            ++m_compared;
            if (printed.cell(at, c.heading) != plainValue(c.kind, c.plain(*m_book, line)))
                return printed.cell(at, c.heading) + u" is printed where the file has "_s + file + u" in "_s
                       + column.id;
        }
    }
    return ids.join(u',');
}

void TestListAgreement::disputes()
{
    auto box = std::make_shared<DisputeBox>();
    box->now = std::make_shared<const DisputeBoard>(disputeBoard(*m_book, m_day));
    const Printed printed = print({u"disputes"_s, u"--all"_s});
    const auto rowOf = [&](const DisputeLine& l, int) {
        return l.dispute == noRow ? -1 : printed.find(u"id"_s, QString::number(l.key(*m_book) >> 1));
    };
    QCOMPARE(shared(
                 disputeList(), disputeColumns(box), box->now->lines.size(),
                 [&](std::uint32_t row) { return box->line(row); }, printed, rowOf),
             u"number,open,currency,age,target,owner,department,responsible,root_cause,reason,base"_s);
    QCOMPARE(m_compared, 11 * int(printed.rows.size()));
    QVERIFY(printed.rows.size() > 2);
}

void TestListAgreement::exceptions()
{
    auto box = std::make_shared<ExceptionBox>();
    box->now = std::make_shared<const ExceptionRegister>(exceptionRegister(*m_book, m_day));
    const Printed printed = print({u"exceptions"_s});
    const auto rowOf = [&](const ExceptionLine& l, int) { return printed.find(u"id"_s, QString::number(l.id.value)); };
    QCOMPARE(shared(
                 exceptionList(), exceptionColumns(box), box->now->lines.size(),
                 [&](std::uint32_t row) { return box->line(row); }, printed, rowOf),
             u"number,kind,until,cost_days,granted_by,day"_s);
    QCOMPARE(m_compared, 6 * int(printed.rows.size()));
}

void TestListAgreement::promises()
{
    auto box = std::make_shared<AgreementBox>();
    box->now = std::make_shared<const Agreements>(agreements(*m_book, m_day));
    const Printed printed = print({u"promises"_s});
    const auto rowOf = [&](const AgreementAt& at, int) {
        return at.line.promise ? printed.find(u"id"_s, QString::number(at.line.promise.value)) : -1;
    };
    QCOMPARE(shared(
                 agreementList(), agreementColumns(box), box->now->lines.size(),
                 [&](std::uint32_t row) { return box->at(row); }, printed, rowOf),
             u"amount,currency,due,deadline,state,counted,level,taken_by,made_on"_s);
    QCOMPARE(m_compared, 9 * int(printed.rows.size()));
    QVERIFY(printed.rows.size() > 2);
}

void TestListAgreement::kept()
{
    auto box = std::make_shared<KeptBox>();
    box->now = std::make_shared<const KeptRates>(keptRates(*m_book, m_day));
    const Printed printed = print({u"promises"_s, u"--kpi"_s});
    const auto rowOf = [&](const KeptLine& l, int) {
        for (int row = 0; row < printed.rows.size(); ++row)
            if (printed.cell(row, u"by"_s) == keptByName(l.by)
                && (l.payer == noRow ? printed.cell(row, u"name"_s) == l.name
                                     : printed.cell(row, u"key"_s) == m_book->customers()[l.payer].externalId))
                return row;
        return -1;
    };
    QCOMPARE(shared(
                 keptList(), keptColumns(box), box->now->lines.size(),
                 [&](std::uint32_t row) { return box->line(row); }, printed, rowOf),
             u"by,name,kept_count_pct,kept_money_pct,judged,kept,partly_kept,broken"_s);
    QCOMPARE(m_compared, 8 * int(box->now->lines.size()));
    QVERIFY(m_compared > 0);
}

void TestListAgreement::contacts()
{
    auto box = std::make_shared<ContactBox>();
    box->now = std::make_shared<const ContactHealth>(contactHealth(*m_book, m_day, SystemClock().now()));
    const Printed printed = print({u"contacts"_s});
    QCOMPARE(printed.rows.size(), qsizetype(box->now->lines.size()));
    QCOMPARE(shared(
                 contactList(), contactColumns(box), box->now->lines.size(),
                 [&](std::uint32_t row) { return box->line(row); }, printed,
                 [](const ContactLine&, int row) { return row; }),
             u"email,phone,verified,defect,past_due"_s);
    QVERIFY(m_compared > 0);
}

void TestListAgreement::items()
{
    auto box = std::make_shared<ItemBox>();
    box->now = std::make_shared<const ItemFigures>(m_book, m_day, nullptr);
    const Printed printed = print({u"items"_s});
    QCOMPARE(printed.rows.size(), qsizetype(box->now->size()));
    QCOMPARE(shared(
                 itemList(), itemColumns(box, true), box->now->size(),
                 [&](std::uint32_t item) { return itemAt(*box->now, item); }, printed,
                 [](const ItemAt&, int row) { return row; }),
             u"customer,number,kind,date,due,currency,amount,open,open_base,days_past_due,bucket,promised,disputed"_s);
    QCOMPARE(m_compared, 13 * int(printed.rows.size()));
    QVERIFY(printed.rows.size() > 20);
}

void TestListAgreement::accounts()
{
    const auto model = std::make_shared<const BehaviourModel>(BehaviourModel::fit(paymentFacts(*m_book), m_day + 1));
    const CallList calls = callList(*m_book, *model, {m_day, 0});
    auto box = std::make_shared<AccountBox>();
    box->now = std::make_shared<const AccountFigures>(m_book, m_day, calls);
    std::vector<Column> columns = accountColumns(box);
    std::erase_if(columns, [](const Column& c) { return c.id == u"aging"_s; }); // a bar, the window's alone
    const Printed printed = print({u"accounts"_s});
    const std::vector<std::uint32_t> payers = box->now->payers();
    QCOMPARE(printed.rows.size(), qsizetype(payers.size()));
    for (const std::uint32_t payer : payers)
        for (const Column& c : columns)
            if (const ListColumn<AccountAt>& of = accountList().column(c.id); !of.heading.isEmpty()) {
                const int at = printed.find(u"customer"_s, m_book->customers()[payer].externalId);
                QVERIFY(at >= 0);
                QCOMPARE(QString::fromStdString(plainText(fileCell(c, *m_book, payer))), printed.cell(at, of.heading));
            }
}

QTEST_GUILESS_MAIN(TestListAgreement)
#include "tst_listagreement.moc"
