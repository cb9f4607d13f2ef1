#include "ui/shell/actioncatalog.h"

#include <QAction>
#include <QLineEdit>
#include <QSet>
#include <QTest>
#include <QVBoxLayout>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestActionCatalog : public QObject {
    Q_OBJECT
private slots:
    void idsAreUniqueAndWordsAreThere()
    {
        QSet<QString> ids;
        for (const ActionSpec& s : actionSpecs()) {
            QVERIFY2(!ids.contains(QLatin1StringView(s.id)), s.id);
            ids.insert(QLatin1StringView(s.id));
            QVERIFY2(s.text[0] != '\0', s.id);
            QVERIFY(findAction(QLatin1StringView(s.id)) == &s);
        }
    }

    // A key must not mean two things where the focus can be: everywhere, in any list, and on one page. Every page that
    // has an action is looked at, so also one that comes into the table later.
    void noKeyMeansTwoThings()
    {
        std::set<ActionScope> pages;
        for (const ActionSpec& s : actionSpecs())
            if (s.scope != ActionScope::Window && s.scope != ActionScope::List)
                pages.insert(s.scope);
        QVERIFY(pages.contains(ActionScope::Reminders) && pages.contains(ActionScope::Promises));
        for (const ActionScope page : pages) {
            QHash<QString, QString> taken;
            for (const ActionSpec& s : actionSpecs()) {
                if (s.scope != ActionScope::Window && s.scope != ActionScope::List && s.scope != page)
                    continue;
                for (const QKeySequence& k : keysOf(s)) {
                    QVERIFY2(!k.isEmpty() && k[0].key() != Qt::Key_unknown, s.id);
                    // "Open" of a list and of its page are one thing.
                    if (k == QKeySequence(Qt::Key_Return))
                        continue;
                    const QString text = k.toString();
                    QVERIFY2(!taken.contains(text),
                             qPrintable(text + u" of "_s + QLatin1StringView(s.id) + u" and "_s + taken[text]));
                    taken.insert(text, QLatin1StringView(s.id));
                }
            }
        }
    }

    void lettersLiveInLists()
    {
        QVERIFY(isSingleLetter(QKeySequence(u"J"_s)));
        QVERIFY(isSingleLetter(QKeySequence(Qt::Key_Space)));
        QVERIFY(!isSingleLetter(QKeySequence(Qt::Key_Down)));
        QVERIFY(isListKey(QKeySequence(Qt::Key_Down)));
        QVERIFY(!isListKey(QKeySequence(u"Ctrl+J"_s)));
        QVERIFY(!isListKey(QKeySequence(Qt::Key_F9)));
        for (const ActionSpec& s : actionSpecs())
            if (s.scope == ActionScope::Window)
                for (const QKeySequence& k : keysOf(s))
                    QVERIFY2(!isListKey(k) || k == QKeySequence(u"/"_s) || k == QKeySequence(u"?"_s), s.id);
    }

    void keysRunWhereTheyBelong()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* list = new QWidget(&window);
        list->setFocusPolicy(Qt::StrongFocus);
        auto* edit = new QLineEdit(&window);
        layout->addWidget(list);
        layout->addWidget(edit);
        ActionCatalog catalog;
        QStringList ran;
        bool allowed = true;
        catalog.bind(u"list.select"_s, &window, list, [&] { ran.append(u"select"_s); });
        catalog.bind(u"today.nextLane"_s, &window, list, [&] { ran.append(u"lane"_s); });
        catalog.bind(u"edit.undo"_s, &window, nullptr, [&] { ran.append(u"undo"_s); }, [&] { return allowed; });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_X);
        QTest::keyClick(list, Qt::Key_PageDown, Qt::ControlModifier);
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ran, QStringList({u"select"_s, u"lane"_s, u"undo"_s}));
        ran.clear();
        edit->setFocus(); // a letter is text here
        QTest::keyClick(edit, Qt::Key_X);
        QTest::keyClick(edit, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(ran, QStringList(u"lane"_s));
        QCOMPARE(edit->text(), u"x"_s);
        ran.clear();
        list->setFocus();
        catalog.setSingleLetters(false);
        QTest::keyClick(list, Qt::Key_X);
        QVERIFY(ran.isEmpty());
        allowed = false;
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!catalog.trigger(u"edit.undo"_s));
        QVERIFY(ran.isEmpty());
        QCOMPARE(catalog.available().size(), 3U);
        window.hide();
        QVERIFY(catalog.available().empty());
    }

    void fuzzyPrefersStartsOfWords()
    {
        QVERIFY(fuzzyScore(u"th"_s, u"Next lane"_s) < 0);
        QVERIFY(fuzzyScore(u"ao"_s, u"Assign an owner"_s) >= 0);
        QVERIFY(fuzzyScore(u"da"_s, u"Dark"_s) > fuzzyScore(u"da"_s, u"Go to the readable"_s));
        QVERIFY(fuzzyScore(u"un"_s, u"Undo"_s) > fuzzyScore(u"un"_s, u"Accounts"_s));
        QVERIFY(fuzzyScore(u"bt"_s, u"Back to today"_s) > fuzzyScore(u"bt"_s, u"Subtract"_s));
    }
};

QTEST_MAIN(TestActionCatalog)
#include "tst_actioncatalog.moc"
