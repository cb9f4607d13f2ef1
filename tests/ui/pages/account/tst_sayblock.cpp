#include "ui/panels/sayblock.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestSayBlock : public QObject {
    Q_OBJECT
private slots:
    void unfoldsObjectionsAndTheSecondAsk();
    void nothingToSayIsNotShown();
    void practiceBookSaysSo();

private:
    static Say say()
    {
        Say s;
        s.title = u"dispute"_s;
        s.opening = u"Hello."_s;
        s.fallback = u"A part?"_s;
        s.objections = {{u"No."_s, u"Why?"_s}};
        return s;
    }
};

void TestSayBlock::unfoldsObjectionsAndTheSecondAsk()
{
    SayBlock block;
    block.setSay(say(), false);
    QVERIFY(block.text().contains(u"What to say · dispute\n“Hello.”"_s));
    QVERIFY(!block.text().contains(u"Why?"_s));
    block.setUnfolded(true);
    QVERIFY(block.text().contains(u"They: “No.”\n“Why?”"_s));
    QVERIFY(block.text().contains(u"“A part?”"_s));
    block.setUnfolded(false);
    QVERIFY(!block.text().contains(u"A part?"_s));
}

void TestSayBlock::nothingToSayIsNotShown()
{
    SayBlock block;
    block.setSay(say(), false);
    QVERIFY(!block.isHidden());
    block.setSay({}, true);
    QVERIFY(block.isHidden());
}

void TestSayBlock::practiceBookSaysSo()
{
    SayBlock block;
    block.setSay(say(), true);
    QVERIFY(block.text().contains(u"nothing here reaches anybody"_s));
    block.setSay(say(), false);
    QVERIFY(!block.text().contains(u"nothing here"_s));
}

QTEST_MAIN(TestSayBlock)
#include "tst_sayblock.moc"
