#include "tests/support/bookmaker.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/listcolumns.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Line {
    QString name;
    std::int64_t amount = 0;
    Date due;
    Ratio share;
    int days = 0, level = 0;
    QString codes;
};

const ListSpec<Line>& lineList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"lines"_s};
        list.text(u"name"_s, Lang::words("Name"), &Line::name).printed();
        list.base(u"amount"_s, Lang::words("Amount"), &Line::amount).printed();
        list.add(u"due"_s, Lang::words("Due"), ValueKind::Day, &Line::due).printed();
        list.add(u"share"_s, Lang::words("Share"), ValueKind::Percent, &Line::share);
        list.add(u"days"_s, Lang::words("Days"), ValueKind::Days, &Line::days);
        list.add(u"level"_s, Lang::words("Level"), ValueKind::Bare, &Line::level).order =
            [](const Book&, const Line& l) { return std::int64_t(-l.level); };
        list.add(u"codes"_s, Lang::words("Codes"), ValueKind::Codes, &Line::codes);
        return list;
    }();
    return all;
}

} // namespace

// How a column of the window follows from a column of a list: its text, its place in an order, its cell in a file.
class TestListColumns : public QObject {
    Q_OBJECT
private slots:
    void init();
    void textByTheKindOfValue();
    void nothingAndZero();
    void sortsByValues();
    void filesGetTheValue();
    void asTheDressSays();

private:
    QString text(const QString& id, std::uint32_t row) const;
    std::vector<Line> m_lines;
    std::vector<Column> m_columns;
    BookPtr m_book;
};

void TestListColumns::init()
{
    m_book = BookMaker().build();
    m_lines = {{u"Atlas"_s, 123'456'750, day("2025-11-14"), Ratio::of(200, 3), 116, 1284, u"bounced\nno time zone"_s},
               {u"Birch"_s, 0, Date(), Ratio::none("nothing"), 0, -5, QString()}};
    m_columns =
        dressed<Line>(lineList(), [this](std::uint32_t row) -> const Line& { return m_lines[row]; },
                      {
                          {.id = u"amount"_s, .width = 99, .strong = true, .blankZero = true, .sums = true},
                          {.id = u"name"_s,
                           .tone = Tone::Muted,
                           .tooltip = [](const Book&, const Line& l) { return l.name.toUpper(); }},
                          {.id = u"due"_s, .none = u"never"_s, .noneLast = true},
                          {.id = u"share"_s},
                          {.id = u"days"_s,
                           .toneOf = [](const Book&, const Line& l) { return l.days > 90 ? Tone::Bad : Tone::Good; }},
                          {.id = u"level"_s},
                          {.id = u"codes"_s},
                      });
}

QString TestListColumns::text(const QString& id, std::uint32_t row) const
{
    return std::ranges::find(m_columns, id, &Column::id)->text(*m_book, row);
}

void TestListColumns::textByTheKindOfValue()
{
    QCOMPARE(text(u"name"_s, 0), u"Atlas"_s);
    QCOMPARE(text(u"amount"_s, 0), u"1,234,567.50"_s);
    QCOMPARE(text(u"due"_s, 0), u"14 Nov 2025"_s);
    QCOMPARE(text(u"share"_s, 0), u"67 %"_s);
    QCOMPARE(text(u"days"_s, 0), u"116 d"_s);
    QCOMPARE(text(u"level"_s, 0), u"1284"_s);
    QCOMPARE(text(u"level"_s, 1), u"\u22125"_s);
    QCOMPARE(text(u"codes"_s, 0), u"Bounced\nNo time zone"_s);
}

void TestListColumns::nothingAndZero()
{
    QCOMPARE(text(u"amount"_s, 1), QString());
    QCOMPARE(text(u"due"_s, 1), u"never"_s);
    QCOMPARE(text(u"share"_s, 1), QString());
    QCOMPARE(text(u"days"_s, 1), QString());
}

void TestListColumns::sortsByValues()
{
    BookTableModel model(m_columns, [](const Book&, std::uint32_t row) { return std::int64_t(row); });
    model.setRows(m_book, {0, 1});
    const auto first = [&](const QString& id, Qt::SortOrder order) {
        model.sort(model.columnOf(id), order);
        return model.text(0, model.columnOf(u"name"_s));
    };
    QCOMPARE(first(u"name"_s, Qt::DescendingOrder), u"Birch"_s);
    QCOMPARE(first(u"amount"_s, Qt::AscendingOrder), u"Birch"_s);
    QCOMPARE(first(u"due"_s, Qt::AscendingOrder), u"Atlas"_s); // no day comes last
    QCOMPARE(first(u"share"_s, Qt::AscendingOrder), u"Birch"_s); // no share comes first
    QCOMPARE(first(u"level"_s, Qt::AscendingOrder), u"Atlas"_s); // its order is not that of the numbers
}

void TestListColumns::filesGetTheValue()
{
    const auto file = [&](const QString& id, std::uint32_t row) {
        return QString::fromStdString(
            plainText(fileCell(*std::ranges::find(m_columns, id, &Column::id), *m_book, row)));
    };
    QCOMPARE(file(u"amount"_s, 0), u"1234567.50"_s);
    QCOMPARE(file(u"amount"_s, 1), u"0.00"_s);
    QCOMPARE(file(u"due"_s, 0), u"2025-11-14"_s);
    QCOMPARE(file(u"due"_s, 1), QString());
    QCOMPARE(file(u"share"_s, 0), u"66.6667"_s);
    QCOMPARE(file(u"days"_s, 0), u"116"_s);
    QCOMPARE(file(u"codes"_s, 0), u"bounced; no time zone"_s);
}

void TestListColumns::asTheDressSays()
{
    const Column& amount = m_columns[0];
    QCOMPARE(amount.title, u"Amount"_s);
    QCOMPARE(amount.width, 99);
    QVERIFY(amount.kind == CellKind::Figure && amount.strong);
    QCOMPARE(amount.sum(*m_book, 0), 123'456'750);
    QVERIFY(m_columns[1].kind == CellKind::Text && !m_columns[1].sum && !m_columns[1].key);
    QCOMPARE(m_columns[1].tooltip(*m_book, 0), u"ATLAS"_s);
    QVERIFY(m_columns[1].tone(*m_book, 0) == Tone::Muted);
    QVERIFY(m_columns[4].tone(*m_book, 0) == Tone::Bad && m_columns[4].tone(*m_book, 1) == Tone::Good);
    QVERIFY(m_columns[6].kind == CellKind::Chips);
}

QTEST_GUILESS_MAIN(TestListColumns)
#include "tst_listcolumns.moc"
