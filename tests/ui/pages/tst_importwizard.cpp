#include "tests/support/bookmaker.h"
#include "ui/pages/importwizard/importwizard.h"
#include "ui/prompts/prompter.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;
using State = ImportFlow::State;

namespace {

// Answers as the test says; asks nobody.
class Answers final : public Prompter {
public:
    QStringList files;
    QString target;
    bool confirm(QWidget*, const QString&, const QString&, const QString&) override { return true; }
    void tell(QWidget*, const QString&, const QString&) override {}
    std::optional<QString> ask(QWidget*, const QString&, const QString&, const QString&) override
    {
        return std::nullopt;
    }
    std::optional<Secret> askSecret(QWidget*, const QString&, const QString&) override { return std::nullopt; }
    QStringList openFiles(QWidget*, const QString&, const QString&) override { return files; }
    QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return target; }
};

} // namespace

class TestImportWizard : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    BookPtr m_book = BookMaker().build();
    Answers m_answers;
    std::unique_ptr<ImportFlow> m_flow;
    std::unique_ptr<ImportWizard> m_wizard;

    QString file(const char* name, const QByteArray& text)
    {
        QFile f(m_dir.filePath(QString::fromLatin1(name)));
        if (!f.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        f.write(text);
        return f.fileName();
    }
    void enter()
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_wizard.get(), Qt::Key_Return);
    }
    bool says(const QString& words) const
    {
        for (const QLabel* l : m_wizard->findChildren<QLabel*>())
            if (l->isVisible() && l->text().contains(words))
                return true;
        return false;
    }

private slots:
    void init()
    {
        m_flow = std::make_unique<ImportFlow>(ImportFlow::Doors{[this] { return m_book; },
                                                                [] { return Instant(1'763'100'000'000); },
                                                                [] { return day("2025-11-14"); }, u"ana"_s});
        m_wizard = std::make_unique<ImportWizard>(*m_flow, m_answers);
        m_wizard->resize(1200, 700);
        m_wizard->show();
        m_wizard->activateWindow();
        m_wizard->setFocus();
    }
    void cleanup()
    {
        m_wizard.reset();
        m_flow.reset();
    }
    void byKeyboardAlone()
    {
        QSignalSpy commit(m_flow.get(), &ImportFlow::commitWanted);
        m_answers.files = {file(
            "inv.csv", "invoice_no,customer_id,invoice_date,due_date,amount\nA1,C1,2025-01-31,2025-02-28,100.50\n")};
        enter(); // chooses files
        QTRY_COMPARE(m_flow->state(), State::Columns);
        enter();
        QTRY_COMPARE(m_flow->state(), State::Review);
        enter();
        QCOMPARE(m_flow->state(), State::Committing);
        QCOMPARE(commit.size(), 1);
        m_flow->committed({});
        QVERIFY(says(u"1 new row taken"_s));
        QVERIFY(says(u"Ctrl+Z takes the whole import back"_s));
        QSignalSpy finished(m_wizard.get(), &ImportWizard::finished);
        enter();
        QCOMPARE(finished.size(), 1);
    }
    void bothReadingsAreShownWithRealRows()
    {
        m_flow->start(
            {file("two.csv",
                  "invoice_no;customer_id;invoice_date;amount\nA1;C1;2025-01-31;1.250\nA2;C1;2025-02-15;2.500\n")});
        QTRY_COMPARE(m_flow->state(), State::Columns);
        m_flow->next();
        QTRY_COMPARE(m_flow->state(), State::Readings);
        QVERIFY(says(u"amount in two.csv can be read in two ways"_s));
        QVERIFY(says(u"1.250 is 1250"_s) && says(u"1.250 is 1.25"_s));
        const auto choices = m_wizard->findChildren<QRadioButton*>();
        QCOMPARE(choices.size(), 2);
        QTest::keyClick(choices[1], Qt::Key_Space);
        QVERIFY(m_flow->allAnswered());
        m_flow->next();
        QTRY_COMPARE(m_flow->state(), State::Review);
    }
    void rejectsAreListedAndTaken()
    {
        m_flow->start(
            {file("bad.csv",
                  "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\nA2,C1,2025-04-31,5.00\n")});
        QTRY_COMPARE(m_flow->state(), State::Columns);
        m_flow->next();
        QTRY_COMPARE(m_flow->state(), State::Review);
        const QTableWidget* rejects = nullptr;
        for (const QTableWidget* t : m_wizard->findChildren<QTableWidget*>())
            if (t->accessibleName() == u"Rejected rows")
                rejects = t;
        QVERIFY(rejects);
        QCOMPARE(rejects->rowCount(), 1);
        QCOMPARE(rejects->item(0, 1)->text(), u"3"_s);
        QCOMPARE(rejects->item(0, 2)->text(), u"invoice_date"_s);
        QCOMPARE(rejects->item(0, 3)->text(), u"2025-04-31"_s);
        enter();
        QCOMPARE(m_flow->state(), State::Review); // not before it is allowed
        auto* accept = m_wizard->findChild<QCheckBox*>();
        QTest::keyClick(accept, Qt::Key_Space);
        enter();
        QCOMPARE(m_flow->state(), State::Committing);
    }
    void aMissingColumnIsNamed()
    {
        m_flow->start({file("odd.csv", "Belegnr;Kto;Betr\nA1;C1;100,50\n")});
        QTRY_COMPARE(m_flow->state(), State::Columns);
        QVERIFY(says(u"odd.csv still needs"_s));
        QVERIFY(says(u"headings not known yet"_s));
    }
    void aSecondReadingIsSaid()
    {
        QSignalSpy said(m_wizard.get(), &ImportWizard::said);
        m_flow->start({file("stale.csv", "invoice_no,customer_id,invoice_date,due_date,amount\nA1,C1,2025-01-31,"
                                         "2025-03-02,100.00\nA2,C1,2025-01-31,2025-03-02,7.00\n")});
        QTRY_COMPARE(m_flow->state(), State::Columns);
        m_flow->next();
        QTRY_COMPARE(m_flow->state(), State::Review);
        enter();
        m_flow->committed(fail(staleImport()));
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(u"The book changed meanwhile"_s));
        QTRY_COMPARE(m_flow->state(), State::Committing);
        m_flow->committed({});
        QVERIFY(says(u"the files were read again. They say the same"_s));
        m_flow->reset();
        m_flow->start({file("stale.csv", "invoice_no,customer_id,invoice_date,due_date,amount\nA1,C1,2025-01-31,"
                                         "2025-03-02,100.00\nA2,C1,2025-01-31,2025-03-02,7.00\n")});
        QTRY_COMPARE(m_flow->state(), State::Columns);
        m_flow->next();
        QTRY_COMPARE(m_flow->state(), State::Review);
        enter();
        BookMaker changed;
        changed.invoice("C1", "100.00", "2025-01-31", "2025-03-02").number = "A1";
        m_book = changed.build(9);
        m_flow->committed(fail(staleImport()));
        QTRY_COMPARE(m_flow->state(), State::Review);
        QVERIFY(says(u"They say something else now"_s));
        m_book = BookMaker().build();
    }
    void aFailureSaysWhatToDo()
    {
        m_flow->start({m_dir.filePath(u"missing.csv"_s)});
        QTRY_COMPARE(m_flow->state(), State::Failed);
        QVERIFY(says(u"nothing was written"_s));
        enter();
        QCOMPARE(m_flow->state(), State::Pick);
    }
};

QTEST_MAIN(TestImportWizard)
#include "tst_importwizard.moc"
