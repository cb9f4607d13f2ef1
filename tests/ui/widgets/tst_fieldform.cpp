// The one form: its keys, what it tells below a field, where an error stands, and what of it is a draft.
#include "ui/widgets/fieldform.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Asked {
    FieldForm form;
    explicit Asked(LabelledForm::Labels labels = LabelledForm::Labels::Beside) : form(nullptr, labels)
    {
        form.start(u"Reopen"_s, u"4711"_s, u"Ctrl+Z takes it back."_s);
        form.addLine(u"target"_s, u"Target"_s, u"fri"_s);
        form.addChoice(u"how"_s, u"How"_s, {u"by phone"_s, u"by mail"_s}, 0);
        form.addArea(u"note"_s, u"Note"_s, {});
        form.setVisible(true);
    }
    QLineEdit* line() const { return form.findChild<QLineEdit*>(); }
    QPlainTextEdit* area() const { return form.findChild<QPlainTextEdit*>(); }
    QStringList visible(const QString& look) const
    {
        QStringList out;
        for (const QLabel* l : form.findChildren<QLabel*>())
            if (l->property("look") == look && l->isVisible())
                out += l->text();
        return out;
    }
};

Error wrong(const QString& field) { return refuse(field, u"is no day"_s, u"write fri"_s).error(); }

} // namespace

class TestFieldForm : public QObject {
    Q_OBJECT
private slots:
    void keysMeanTheSameInEveryField()
    {
        Asked a;
        QSignalSpy saved(&a.form, &FieldForm::save), left(&a.form, &FieldForm::cancelled);
        for (QWidget* field : std::initializer_list<QWidget*>{a.line(), a.area()}) {
            QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
            QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
            QTest::keyClick(field, Qt::Key_Escape);
        }
        QCOMPARE(saved.count(), 4);
        QCOMPARE(saved[0][0].toBool(), false);
        QCOMPARE(saved[1][0].toBool(), true);
        QCOMPARE(saved[2][0].toBool(), false);
        QCOMPARE(saved[3][0].toBool(), true);
        QCOMPARE(left.count(), 2);
        QTest::keyClick(a.line(), Qt::Key_Return);
        QCOMPARE(saved.count(), 5);
        QCOMPARE(saved[4][0].toBool(), false);
        QTest::keyClick(a.area(), Qt::Key_Return); // a line of the text
        QCOMPARE(saved.count(), 5);
        QCOMPARE(a.area()->toPlainText(), u"\n"_s);
    }
    void hintsFollowEveryField()
    {
        Asked a;
        a.form.addHint(u"target"_s, [&](const QString& t) { return QString(t + u" by "_s + a.form.text(u"note"_s)); });
        a.form.setText(u"note"_s, u"Ana"_s);
        QCOMPARE(a.visible(u"caption"_s), (QStringList{u"Ctrl+Z takes it back."_s, u"fri by Ana"_s}));
        QCOMPARE(a.line()->accessibleDescription(), u"fri by Ana"_s);
        a.form.showError(wrong(u"target"_s)); // goes before what the words mean
        QCOMPARE(a.visible(u"caption"_s), QStringList(u"Ctrl+Z takes it back."_s));
        QCOMPARE(a.visible(u"error"_s), QStringList(u"Is no day: write fri"_s));
        QCOMPARE(a.line()->accessibleDescription(), u"Is no day: write fri"_s);
        a.form.tellHints(); // the minute passed: what is wrong stays said
        QCOMPARE(a.form.errorShown(), u"Is no day: write fri"_s);
        a.form.setText(u"target"_s, u"mon"_s);
        QCOMPARE(a.visible(u"caption"_s), (QStringList{u"Ctrl+Z takes it back."_s, u"mon by Ana"_s}));
        QCOMPARE(a.form.errorShown(), QString());
    }
    void anErrorStandsAtTheFieldThatAnswersForIt()
    {
        Asked a;
        a.form.showError(wrong(u"time"_s)); // no field of the form
        QCOMPARE(a.form.errorShown(), u"time is no day: write fri"_s);
        QCOMPARE(a.visible(u"error"_s), QStringList());
        a.form.answerFor(u"target"_s, {u"time"_s});
        a.form.showError(wrong(u"time"_s));
        QCOMPARE(a.visible(u"error"_s), QStringList(u"Is no day: write fri"_s));
        QCOMPARE(a.visible(u"bad"_s), QStringList());
        a.form.show(u"target"_s, false);
        a.form.showError(wrong(u"target"_s));
        QCOMPARE(a.form.errorShown(), u"target is no day: write fri"_s);
    }
    void whatIsTypedIsADraft()
    {
        Asked a;
        QSignalSpy edited(&a.form, &FieldForm::edited);
        a.form.setText(u"target"_s, u"mon"_s);
        a.form.setChoice(u"how"_s, 1);
        QCOMPARE(edited.count(), 2);
        const FieldForm::Typed typed = a.form.changes();
        QCOMPARE(typed, (FieldForm::Typed{{u"how"_s, u"by mail"_s}, {u"target"_s, u"mon"_s}}));
        a.form.setText(u"target"_s, u"fri"_s); // as it was given
        QCOMPARE(a.form.changes(), (FieldForm::Typed{{u"how"_s, u"by mail"_s}}));
        Asked again(LabelledForm::Labels::Above);
        QSignalSpy restored(&again.form, &FieldForm::edited);
        again.form.restore(typed);
        QCOMPARE(restored.count(), 0);
        QCOMPARE(again.form.text(u"target"_s), u"mon"_s);
        QCOMPARE(again.form.choice(u"how"_s), 1);
        QCOMPARE(again.form.changes(), typed);
    }
};

QTEST_MAIN(TestFieldForm)
#include "tst_fieldform.moc"
