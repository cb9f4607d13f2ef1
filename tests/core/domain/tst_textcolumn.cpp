#include "core/domain/textcolumn.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestTextColumn : public QObject {
    Q_OBJECT
private slots:
    void textsComeBack();
    void dictionary();
    void findsInEitherCase();
    void rowsThatContain();
};

void TestTextColumn::textsComeBack()
{
    QVERIFY(rc::check("what was appended, by row", [](const std::vector<std::string>& texts) {
        TextColumn c;
        for (const std::string& t : texts)
            c.append(t);
        for (std::size_t i = 0; i < texts.size(); ++i)
            RC_ASSERT(c[i] == texts[i]);
        RC_ASSERT(c[texts.size()].empty());
    }));
}

void TestTextColumn::dictionary()
{
    Dictionary d;
    QCOMPARE(d.code(u"x"_s), 1);
    QCOMPARE(d.code(u"y"_s), 2);
    QCOMPARE(d.code(u"x"_s), 1);
    QCOMPARE(d.code(QString()), 0);
    QCOMPARE(d.find(u"y"_s), 2);
    QCOMPARE(d.find(u"Y"_s), -1);
    QCOMPARE(d.find(QString()), 0);
    QCOMPARE(d.text(2), u"y"_s);
    for (int i = 3; i <= 0xffff; ++i)
        d.code(QString::number(i));
    QVERIFY_THROWS_EXCEPTION(std::length_error, d.code(u"one too many"_s));
    QCOMPARE(d.find(u"65535"_s), 65535);
}

void TestTextColumn::findsInEitherCase()
{
    const std::string text = std::string(40, '.') + "Inv-77x" + std::string(40, '`') + "INV-77X";
    QCOMPARE(findFolded(text, 0, "inv-77x"), 40U);
    QCOMPARE(findFolded(text, 41, "inv-77x"), 87U);
    QCOMPARE(findFolded(text, 88, "inv-77x"), std::string_view::npos);
    QCOMPARE(findFolded("@[`{", 0, "`"), 2U); // case is of letters only
    QCOMPARE(findFolded("\r", 0, "-"), std::string_view::npos);
    QCOMPARE(findFolded("", 0, "a"), std::string_view::npos);
}

void TestTextColumn::rowsThatContain()
{
    QVERIFY(rc::check("as looking into each text", [] {
        const auto letters = rc::gen::element('a', 'B', 'c', '-');
        const auto texts = *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(letters));
        const auto needle = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c', '-')));
        TextColumn c;
        std::vector<std::size_t> expected, found;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            c.append(texts[i]);
            if (QByteArray::fromStdString(texts[i]).toLower().contains(QByteArray::fromStdString(needle)))
                expected.push_back(i);
        }
        c.forEachContaining(needle, [&](std::size_t row) { found.push_back(row); });
        RC_ASSERT(found == expected);
    }));
}

QTEST_GUILESS_MAIN(TestTextColumn)
#include "tst_textcolumn.moc"
