// No text passes the catalogue by: a window in the pseudo language over a book in Greek letters, every page with what its
// keys open. What is left in Latin letters outside of the brackets is neither data nor was it translated.
#include "app/desktop/language.h"
#include "app/desktop/startdialog.h"
#include "tests/flows/flowfixture.h"
#include "tests/support/greekbook.h"
#include "tests/support/visibletexts.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/sayblock.h"
#include "ui/prompts/dialogprompter.h"
#include "ui/shell/banner.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/letterview.h"
#include "ui/widgets/tabledress.h"

#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTimer>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// What may stand in Latin letters and was not translated.
const QRegularExpression& allowed()
{
    static const QStringList parts{
        u"\\S+@\\S+"_s, // addresses
        u"\\b(EUR|GBP|USD)\\b"_s, // currencies of the book
        u"\\bDuedesk\\b"_s,
        u"\\b(Ctrl|Shift|Alt|Enter|Esc|Space|Tab|Home|End|Del|PgUp|PgDown|Backspace|Left|Right|F\\d+)\\b"_s, // keys
        u"\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b"_s, // days, as the locale writes them
        u"\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b"_s,
        u"-?\\b[a-z_-]+:\\S+"_s, // the language of filters: bucket:90+
        u"/\\S+"_s, // files and folders
        u"\\S+\\.(csv|duedesk|eml|html|json|pdf|xlsx)\\b"_s,
        u"\\*\\.\\w+"_s, // kinds of files
        u"\\b(Europe|America)/\\w+\\b"_s, // zones
        u"\\b(Logistics|plant manager)\\b"_s, // written by the talks of the practice book
        u"\\{\\{\\w+\\}\\}"_s, // what a template puts in
        u"^\\s*(statement|courtesy|reminder|second-reminder|finance-head|confirmation|document)( \\(en\\))?\\s*$"_s, // names of templates
        u"(Second reminder, \\S.*)?: (statement of open items|invoices due by|your promise to pay|the documents|[^:]* past due).*$"_s, // the subject of a letter, in the language of its reader
        u"\\b(STARTTLS|TLS)\\b"_s, // names of protocols
        u"^\\s*(message|name|promise|dispute|plan|step|invoice|amount|date|credit)\\b:?"_s, // the field an error is about, as the command line names it
        u"\\b(November|October|December)\\b"_s, // months, as the locale writes them
    };
    static const QRegularExpression all(parts.join(u'|'));
    return all;
}

// What is left of a text outside of the brackets. A text that was cut may have lost one of a pair.
QString untranslated(const QString& text)
{
    QString left;
    bool inside = false;
    for (const QChar c : text) {
        if (c == u'\u27e6') {
            inside = true;
        } else if (c == u'\u27e7') {
            if (!inside)
                left.clear();
            inside = false;
            left += u' ';
        } else if (!inside) {
            left += c;
        }
    }
    static const QRegularExpression cut(u"\\S*\u2026$"_s); // the last word of a text that does not fit
    left.remove(cut);
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    left.replace(allowed(), u" "_s);
    return left.contains(word) ? left.simplified() : QString();
}

// Words that are data of the program: the language of a letter is that of its reader, not that of the window.
bool isLetter(const QWidget* w)
{
    for (; w; w = w->parentWidget())
        if (qobject_cast<const LetterView*>(w) || qobject_cast<const SayBlock*>(w))
            return true;
    return false;
}

// What stands in a field is what a person types, in the language of the form's words or of a letter; what the field is for
// has passed.
bool isTyped(const QWidget* w, const QString& text)
{
    const auto* line = qobject_cast<const QLineEdit*>(w);
    const auto* area = qobject_cast<const QPlainTextEdit*>(w);
    return (line && (line->text() == text || line->placeholderText() == text))
           || (area && area->toPlainText().startsWith(text.left(40)));
}

// Actions that open nothing, or leave the page.
bool leadsAway(const ActionSpec& a)
{
    const QString id = QLatin1StringView(a.id);
    static const QStringList looks{u"view.light"_s,  u"view.dark"_s,  u"view.system"_s, u"view.compact"_s,
                                   u"view.normal"_s, u"view.roomy"_s, u"view.bigger"_s, u"view.smaller"_s,
                                   u"list.down"_s,   u"list.up"_s,    u"file.quit"_s};
    return looks.contains(id) || (id.startsWith(u"go.") && id != u"go.palette" && id != u"go.anything");
}

} // namespace

class TestPseudoLanguage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_found.clear(); }
    void bracketsLeaveDataOutside();
    void everyPage_data();
    void everyPage();
    void theFrame();
    void theFirstDialog();
    void questions();

private:
    void collect();
    void report();
    void settle();
    void enter(const QString& page, int tab);
    void leave();
    QTabBar* tabs() const;
    QStringList actions(bool ofWindow) const;
    void observe();
    void tryAll(const std::function<void()>& start, const QString& at, QStringList& done, bool ofWindow);

    std::unique_ptr<Flow> m_flow;
    QString m_at; // where the walk is
    QTimer m_closer;
    QStringList m_found;
};

void TestPseudoLanguage::initTestCase()
{
    QVERIFY(speak(*qApp, u"pseudo"_s));
    m_flow = std::make_unique<Flow>();
    m_flow->user = greek(u"ana"_s);
    const QString path = m_flow->dir.filePath(greek(u"book"_s) + u".duedesk"_s);
    const Outcome made = createGreekBook(path, QDir(m_flow->dir.path()), 48, m_flow->clock.now(), m_flow->user);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
    m_flow->open(path);
    MailAccount a;
    a.mode = MailMode::EmlFiles;
    a.folder = m_flow->dir.path();
    a.fromName = greek(u"Nordic Tools"_s);
    a.fromAddress = u"ar@nordic.example"_s;
    QVERIFY(m_flow->workbench->submit(SetMailAccount{a}) && m_flow->settled());
    // What waits for an answer in a loop of its own is read and closed.
    connect(&m_closer, &QTimer::timeout, this, [this] {
        QWidget* over = QApplication::activePopupWidget();
        if (!over)
            over = QApplication::activeModalWidget();
        if (!over)
            return;
        collect();
        if (auto* dialog = qobject_cast<QDialog*>(over))
            dialog->reject();
        else
            over->close();
    });
    m_closer.start(60);
}

void TestPseudoLanguage::cleanupTestCase()
{
    m_closer.stop();
    m_flow.reset();
}

void TestPseudoLanguage::bracketsLeaveDataOutside()
{
    QCOMPARE(QCoreApplication::translate("x", "Saving %1 of %L2, %n%"), u"⟦Saving ⟧%1⟦ of ⟧%L2, %n%"_s);
    QCOMPARE(untranslated(u"⟦Saving ⟧3⟦ changes⟧"_s), QString());
    QCOMPARE(untranslated(u"⟦Saving ⟧three⟦ chan…"_s), u"three"_s);
    QCOMPARE(untranslated(u"saved at 9:30, a@b.example, 3 USD"_s), u"saved at 9:30, 3"_s);
    QCOMPARE(PseudoTranslator(2).translate("x", "Today", nullptr, -1), u"⟦Today Today⟧"_s);
}

void TestPseudoLanguage::collect()
{
    const auto see = [this](const QWidget* where, const QString& text) {
        if (isLetter(where) || isTyped(where, text))
            return;
        const QString left = untranslated(text);
        if (left.isEmpty())
            return;
        const QString line = u"%1 | %2 %3 | %4"_s.arg(
            m_at, where ? QLatin1StringView(where->metaObject()->className()) : "a question"_L1,
            where ? where->objectName() : QString(), text);
        const QString what = line.section(u" | "_s, 1);
        for (const QString& f : m_found)
            if (f.endsWith(what))
                return;
        m_found.append(line);
    };
    VisibleTexts(see).look();
    for (const QString& words : std::exchange(m_flow->prompter.words, {}))
        see(nullptr, words);
}

// All is there that will be: what is worked out beside the window, the facts of the desk, and what asked was answered.
void TestPseudoLanguage::settle()
{
    QVERIFY(m_flow->arrived());
    for (CallDesk* desk : m_flow->page()->findChildren<CallDesk*>())
        desk->flush();
    QVERIFY(QTest::qWaitFor([] { return !QApplication::activePopupWidget() && !QApplication::activeModalWidget(); }));
}

void TestPseudoLanguage::report()
{
    if (m_found.isEmpty())
        return;
    qWarning().noquote() << m_found.join(u'\n');
    QFAIL(qPrintable(u"%1 texts passed no catalogue"_s.arg(m_found.size())));
}

QTabBar* TestPseudoLanguage::tabs() const
{
    for (QTabBar* bar : m_flow->page()->findChildren<QTabBar*>())
        if (bar->isVisible() && bar->count() > 1)
            return bar;
    return nullptr;
}

void TestPseudoLanguage::enter(const QString& page, int tab)
{
    if (page == u"account") {
        const CallList& calls = m_flow->workbench->insights()->calls;
        m_flow->window->openAccount(m_flow->workbench->book()->customers()[calls.rows.front().payer].id);
    } else {
        m_flow->window->openPage(page);
    }
    if (QTabBar* bar = tabs(); bar && tab < bar->count())
        bar->setCurrentIndex(tab);
    settle();
    QWidget* list = m_flow->page()->listWidget();
    if (auto* table = qobject_cast<TableDress*>(list); table && table->isVisible())
        table->selectFirst();
    if (list)
        list->setFocus();
    settle();
}

void TestPseudoLanguage::leave()
{
    m_flow->window->commandPalette()->shut();
    for (int i = 0; i < 3; ++i)
        m_flow->key(Qt::Key_Escape);
    m_flow->prompter.words.clear();
}

QStringList TestPseudoLanguage::actions(bool ofWindow) const
{
    QStringList ids;
    for (const ActionCatalog::Available& a : m_flow->window->catalog().available())
        if (a.enabled && !leadsAway(*a.spec) && (a.spec->scope == ActionScope::Window) == ofWindow)
            ids.append(QLatin1StringView(a.spec->id));
    return ids;
}

// What stands there, with each answer a box offers, and what is said where it is saved as it is.
void TestPseudoLanguage::observe()
{
    settle();
    collect();
    for (const QPointer<QComboBox> box : m_flow->page()->findChildren<QComboBox*>())
        for (int i = 0; box && box->isVisible() && box->isEnabled() && i < std::min(box->count(), 12); ++i) {
            box->setCurrentIndex(i);
            QApplication::processEvents();
            collect();
        }
    if (qobject_cast<QLineEdit*>(m_flow->focus()) || qobject_cast<QPlainTextEdit*>(m_flow->focus())) {
        m_flow->key(Qt::Key_Return, Qt::ControlModifier);
        settle();
        collect();
    }
}

// Each action there is after `start`, and each that it brings.
void TestPseudoLanguage::tryAll(const std::function<void()>& start, const QString& at, QStringList& done, bool ofWindow)
{
    m_at = at;
    start();
    const QStringList here = actions(ofWindow);
    for (const QString& id : here) {
        if (done.contains(id))
            continue;
        done.append(id);
        start();
        m_at = at + u" > "_s + id;
        m_flow->window->catalog().trigger(id);
        const QStringList then = actions(ofWindow);
        observe();
        leave();
        for (const QString& next : then) {
            if (done.contains(next) || here.contains(next))
                continue;
            done.append(next);
            start();
            m_flow->window->catalog().trigger(id);
            m_at = at + u" > "_s + id + u" > "_s + next;
            m_flow->window->catalog().trigger(next);
            observe();
            leave();
        }
    }
}

void TestPseudoLanguage::everyPage_data()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : m_flow->window->pageIds())
        QTest::newRow(qPrintable(page)) << page;
}

void TestPseudoLanguage::everyPage()
{
    QFETCH(QString, page);
    enter(page, 0);
    settle();
    const int count = tabs() ? tabs()->count() : 1;
    QStringList done;
    for (int tab = 0; tab < count; ++tab) {
        m_at = page;
        enter(page, tab);
        settle();
        collect();
        tryAll([&] { enter(page, tab); }, page, done, false);
    }
    report();
}

void TestPseudoLanguage::theFrame()
{
    const auto start = [&] { m_flow->window->openPage(u"imports"_s); };
    QStringList done;
    m_flow->prompter.texts = {greek(u"nonsense"_s)};
    tryAll(start, u"frame"_s, done, true);
    m_at = u"frame"_s;
    start();
    m_flow->window->undoBar()->countDown(greek(u"so many"_s), u"Ctrl+Z"_s);
    m_flow->window->undoBar()->complain(greek(u"no"_s));
    Error defect;
    defect.what = greek(u"no"_s);
    m_flow->window->warn(defect);
    m_flow->window->banner()->setTrouble(greek(u"no"_s), true);
    collect();
    report();
}

void TestPseudoLanguage::theFirstDialog()
{
    m_at = u"start"_s;
    StartDialog::ask();
    report();
}

void TestPseudoLanguage::questions()
{
    m_at = u"question"_s;
    DialogPrompter prompter;
    QVERIFY(!prompter.confirm(nullptr, greek(u"title"_s), greek(u"text"_s), greek(u"yes"_s)));
    prompter.tell(nullptr, greek(u"title"_s), greek(u"text"_s));
    QVERIFY(!prompter.ask(nullptr, greek(u"title"_s), greek(u"label"_s), {}));
    report();
}

QTEST_MAIN(TestPseudoLanguage)
#include "tst_pseudolanguage.moc"
