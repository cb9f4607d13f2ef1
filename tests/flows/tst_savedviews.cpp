// Saved views by keyboard, on every page that has them, and texts that are there again after a restart.
#include "tests/flows/flowfixture.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/disputes/disputespage.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/outcomeform.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"
#include "ui/widgets/viewbar.h"

#include <QLineEdit>
#include <QPushButton>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestSavedViews : public QObject {
    Q_OBJECT
private slots:
    void saveChooseUndo_data();
    void saveChooseUndo();
    void aViewIsOfItsList();
    void namesAndMenus();
    void aTextIsThereAgainAfterARestart();

private:
    static TableDress* table(Flow& f) { return qobject_cast<TableDress*>(f.page()->listWidget()); }
    static bool listed(Flow& f)
    {
        return QTest::qWaitFor([&] { return table(f) && table(f)->bookModel()->rowCount() > 0; }, 5000);
    }
    // "Big  12|Everything  120": what the row of views says.
    static QString chips(Flow& f)
    {
        QStringList out;
        for (const auto* b : f.page()->findChild<ViewBar*>()->findChildren<QPushButton*>())
            if (b->isVisible())
                out += b->text() + (b->isChecked() ? u"*"_s : QString());
        return out.join(u'|');
    }
    static bool becomes(Flow& f, const QString& text)
    {
        return QTest::qWaitFor([&] { return chips(f) == text; }, 5000);
    }
};

void TestSavedViews::saveChooseUndo_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("bigger");
    QTest::addColumn<QString>("biggest");
    for (const char* page : {"accounts", "items", "contacts"})
        QTest::newRow(page) << QString::fromLatin1(page) << u">10k"_s << u">20k"_s;
    for (const char* page : {"promises", "disputes", "exceptions"})
        QTest::newRow(page) << QString::fromLatin1(page) << u">1k"_s << u">2k"_s;
}

void TestSavedViews::saveChooseUndo()
{
    QFETCH(QString, page);
    QFETCH(QString, bigger);
    QFETCH(QString, biggest);
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(page);
    QVERIFY(listed(f));
    const int all = table(f)->bookModel()->rowCount();
    QVERIFY(!f.page()->findChild<ViewBar*>()->isVisible());
    f.page()->drill(bigger);
    QVERIFY(QTest::qWaitFor([&] { return table(f)->bookModel()->rowCount() < all; }, 5000));
    const int big = table(f)->bookModel()->rowCount();
    table(f)->setFocus();
    f.key(Qt::Key_S, Qt::ControlModifier);
    f.type(u"Big ones"_s);
    f.key(Qt::Key_Return);
    QVERIFY2(becomes(f, u"Big ones  "_s + QString::number(big)), qPrintable(chips(f)));
    QCOMPARE(f.focus(), static_cast<QWidget*>(table(f)));
    QVERIFY(f.settled());
    f.page()->drill(QString());
    QVERIFY(QTest::qWaitFor([&] { return table(f)->bookModel()->rowCount() == all; }, 5000));
    f.key(Qt::Key_S, Qt::ControlModifier);
    f.type(u"All"_s);
    f.key(Qt::Key_Return);
    QVERIFY2(becomes(f, u"Big ones  %1|All  %2"_s.arg(big).arg(all)), qPrintable(chips(f)));
    QVERIFY(f.settled());
    f.key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(QTest::qWaitFor([&] { return table(f)->bookModel()->rowCount() == big; }, 5000));
    QVERIFY(chips(f).startsWith(u"Big ones  %1*"_s.arg(big)));
    f.page()->drill(biggest); // no longer what the view shows
    QVERIFY(becomes(f, u"Big ones  %1|All  %2"_s.arg(big).arg(all)));
    f.workbench->undo();
    QVERIFY(becomes(f, u"Big ones  "_s + QString::number(big)));
    f.open(f.workbench->path());
    f.window->openPage(page);
    QVERIFY(listed(f));
    QVERIFY2(becomes(f, u"Big ones  "_s + QString::number(big)), qPrintable(chips(f)));
}

// A page in lists keeps which of them a view is of: its count is of that list, and choosing it goes there.
void TestSavedViews::aViewIsOfItsList()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"disputes"_s);
    QVERIFY(listed(f));
    auto* page = qobject_cast<DisputesPage*>(f.page());
    const int todo = table(f)->bookModel()->rowCount();
    page->lanes()->setCurrentLane(u"deductions"_s);
    const int deductions = table(f)->bookModel()->rowCount();
    QVERIFY(0 < deductions && deductions < todo);
    f.key(Qt::Key_S, Qt::ControlModifier);
    f.type(u"Short"_s);
    f.key(Qt::Key_Return);
    QVERIFY2(becomes(f, u"Short  %1"_s.arg(deductions)), qPrintable(chips(f)));
    QVERIFY(f.settled());
    page->lanes()->setCurrentLane(u"todo"_s);
    QCOMPARE(table(f)->bookModel()->rowCount(), todo);
    f.key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(becomes(f, u"Short  %1*"_s.arg(deductions)));
    QCOMPARE(page->lanes()->currentLane(), u"deductions"_s);
    QCOMPARE(table(f)->bookModel()->rowCount(), deductions);
    f.key(Qt::Key_PageUp, Qt::ControlModifier); // another list is another content
    QVERIFY(becomes(f, u"Short  %1"_s.arg(deductions)));
}

void TestSavedViews::namesAndMenus()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"accounts"_s);
    QVERIFY(listed(f));
    auto* bar = f.page()->findChild<ViewBar*>();
    f.key(Qt::Key_S, Qt::ControlModifier);
    bar->nameEdit()->clear();
    f.key(Qt::Key_Return);
    QVERIFY(bar->isAsking()); // a name is missing, and the line says so
    f.key(Qt::Key_Escape);
    QVERIFY(!bar->isAsking());
    QVERIFY(!bar->isVisible());
    f.key(Qt::Key_S, Qt::ControlModifier);
    f.type(u"Mine"_s);
    f.key(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return bar->neighbour(1) != 0; }, 5000));
    const qint64 id = bar->neighbour(1);
    QVERIFY(f.settled());
    emit bar->renameWanted(id);
    f.type(u"Ours"_s);
    f.key(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return chips(f).startsWith(u"Ours"_s); }, 5000));
    QVERIFY(f.settled());
    f.page()->drill(u">10k"_s);
    emit bar->replaceWanted(id);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const SavedView* v = f.workbench->book()->rows<SavedView>().find(SavedViewId(id));
            return v && v->filter == u">10k"_s && v->name == u"Ours"_s;
        },
        5000));
    QVERIFY(f.settled());
    emit bar->deleteWanted(id);
    QVERIFY(QTest::qWaitFor([&] { return !bar->isVisible(); }, 5000));
}

void TestSavedViews::aTextIsThereAgainAfterARestart()
{
    Flow f;
    f.open(f.samplePath());
    QVERIFY(listed(f));
    const QString path = f.workbench->path();
    f.key(Qt::Key_N);
    auto* form = f.page()->findChild<CallDesk*>()->form();
    f.type(u"He said Friday"_s);
    QCOMPARE(form->text(u"note"_s), u"He said Friday"_s);
    QVERIFY(QTest::qWaitFor([&] { return f.workbench->book()->rows<Draft>().size() > 0; }, 5000)); // a second later
    QVERIFY(!f.workbench->canUndo());
    f.type(u", perhaps"_s); // and this is typed when the window closes
    f.open(path);
    QVERIFY(listed(f));
    f.key(Qt::Key_N);
    form = f.page()->findChild<CallDesk*>()->form();
    QCOMPARE(form->text(u"note"_s), u"He said Friday, perhaps"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(QTest::qWaitFor(
        [&] {
            int kept = 0;
            f.workbench->book()->rows<Draft>().forEach([&](std::uint32_t, const Draft&) { ++kept; });
            return kept == 0 && !f.workbench->isSaving();
        },
        5000));
    QVERIFY(f.workbench->canUndo()); // the note, not the draft
}

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
