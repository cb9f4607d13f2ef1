#include "core/base/text.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestText : public QObject {
    Q_OBJECT
private slots:
    void folds_data();
    void folds();
    void excerptsCannotForge();
};

void TestText::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case") << u"ACME Ltd"_s << u"acme ltd"_s;
    QTest::newRow("accents") << u"Crème Brûlée Größe"_s << u"creme brulee grosse"_s;
    QTest::newRow("accents inside") << u"Łódź Ørsted Æther"_s << u"lodz orsted aether"_s;
    QTest::newRow("blanks") << u"  a \t\n b\u00a0c "_s << u"a b c"_s;
    QTest::newRow("ligature") << u"ﬁne"_s << u"fine"_s;
    QTest::newRow("other scripts") << u"ΑΘΉΝΑ"_s << u"αθηνα"_s;
    QTest::newRow("empty") << QString() << u""_s;
}

void TestText::folds()
{
    QFETCH(QString, text);
    QTEST(foldForSearch(text), "folded");
}

void TestText::excerptsCannotForge()
{
    QCOMPARE(excerpt(u"plain"_s), u"plain"_s);
    QCOMPARE(excerpt(u"a\nb\x1b[31m"_s), u"a\\u000ab\\u001b[31m"_s);
    QCOMPARE(excerpt(u"\u202egnp.exe"_s), u"\\u202egnp.exe"_s);
    QCOMPARE(excerpt(QString(QChar(0))), u"\\u0000"_s);
    QCOMPARE(excerpt(QString(100, u'x'), 5), u"xxxxx…"_s);
    QCOMPARE(excerpt(u"xxxxx"_s, 5), u"xxxxx"_s);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
