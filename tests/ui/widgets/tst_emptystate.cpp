// What stands where a list would be: a long reason is there to its last line, at any width.
#include "ui/widgets/emptystate.h"

#include <QLabel>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestEmptyState : public QObject {
    Q_OBJECT
private slots:
    void aLongReasonIsShownWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 320;
        QTest::newRow("wide") << 1400;
    }
    void aLongReasonIsShownWhole()
    {
        QFETCH(int, width);
        EmptyState e;
        e.resize(width, 700);
        const QString why = u"The store could not read the rows of the table of payments: the file is on a drive that "
                            "is not there any more, and what was read before cannot be trusted. "_s;
        e.setContent({}, u"The call list could not be worked out"_s, why.repeated(3));
        e.show();
        QVERIFY(QTest::qWaitForWindowExposed(&e));
        QApplication::processEvents();
        const QLabel* text = nullptr;
        for (const QLabel* l : e.findChildren<QLabel*>())
            if (l->text().startsWith(u"The store"))
                text = l;
        QVERIFY(text);
        QVERIFY2(text->height() >= text->heightForWidth(text->width()), qPrintable(QString::number(text->height())));
        QVERIFY(text->width() <= 520 && text->width() >= std::min(520, width - 64) - 8);
        QVERIFY(std::abs(text->geometry().center().x() - width / 2) <= 2);
    }
};

QTEST_MAIN(TestEmptyState)
#include "tst_emptystate.moc"
