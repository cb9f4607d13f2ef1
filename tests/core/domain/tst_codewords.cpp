// The words of a record's codes: in English those of the code, in another language the catalogue's; the code stays.
#include "core/domain/codewords.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Every word in brackets.
class Brackets : public QTranslator {
public:
    Brackets() { QCoreApplication::installTranslator(this); }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return u'[' + QString::fromUtf8(source) + u']';
    }
};

NextAction action(NextActionKind kind, const QString& note)
{
    NextAction n;
    n.kind = kind;
    n.note = note;
    return n;
}

} // namespace

class TestCodeWords : public QObject {
    Q_OBJECT
private slots:
    void wordsAreThoseOfTheCode()
    {
        const auto same = [](int count, auto name, auto code) {
            for (int i = 0; i < count; ++i)
                QCOMPARE(say(wordsOf(decltype(code)(i))), name(decltype(code)(i)));
        };
        same(8, statusName, CustomerStatus());
        same(6, roleName, ContactRole());
        same(5, defectName, ContactDefect());
        same(6, payerStateName, PayerState());
        same(lateReasonCount, lateReasonName, LateReason());
        same(4, exceptionKindName, ExceptionKind());
        same(3, requestKindName, RequestKind());
        same(searchWayCount, searchWayName, SearchWay());
        same(11, outcomeName, CallOutcome());
        same(6, activityKindName, ActivityKind());
        same(7, outboxStateName, OutboxState());
        QCOMPARE(contactFieldTitle(ContactField::Zone), u"Time zone"_s);
        QCOMPARE(titleOf(PayerState::WaitsForPo), u"Waits for PO"_s);
        QVERIFY(wordsOf(CallOutcome::None).isEmpty() && wordsOf(ContactDefect::None).isEmpty());
    }

    void anotherLanguageSaysThemAndCodesStay()
    {
        const Words words = wordsOf(CustomerStatus::Legal);
        const Brackets other;
        QCOMPARE(say(words), u"[legal]"_s);
        QCOMPARE(statusName(CustomerStatus::Legal), u"legal"_s);
    }

    void notesOfNextSteps()
    {
        const Words morning = nextActionNote(action(NextActionKind::TryAgain, u"morning"_s));
        const Words rung = nextActionNote(action(NextActionKind::Escalate, u"AP lead: Kim"_s));
        const Words typed = nextActionNote(action(NextActionKind::Snooze, u"in the \n morning"_s));
        QCOMPARE(say(rung), u"AP lead: Kim"_s);
        QCOMPARE(say(nextActionNote(action(NextActionKind::Escalate, u"finance head"_s))), u"finance head"_s);
        QCOMPARE(say(nextActionNote(action(NextActionKind::Escalate, u"their boss: Kim"_s))), u"their boss: Kim"_s);
        const Brackets other;
        QCOMPARE(say(morning), u"[morning]"_s);
        QCOMPARE(say(rung), u"[[AP lead]: Kim]"_s);
        QCOMPARE(say(typed), u"in the morning"_s);
    }
};

QTEST_GUILESS_MAIN(TestCodeWords)
#include "tst_codewords.moc"
