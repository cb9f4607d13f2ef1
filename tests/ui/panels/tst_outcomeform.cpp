// The inline rows of outcomes about invoices: their defaults, what letters and words mean, and errors at their fields.
#include "tests/support/bookmaker.h"
#include "ui/panels/outcomeform.h"

#include <QLabel>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Fri 14 Nov 2025, 10:00 UTC. C owes 4711 (100.00, 44 days), 4712 (50.00, 10 days) and 99 (1.00, not due).
struct Form {
    BookMaker m{"EUR"};
    FormContext context;
    OutcomeForm form;
    Form()
    {
        context.today = day("2025-11-14");
        auto& a = m.invoice("C", "100.00", "2025-09-01", "2025-10-01");
        auto& b = m.invoice("C", "50.00", "2025-10-05", "2025-11-04");
        auto& c = m.invoice("C", "1.00", "2025-11-10", "2025-12-10");
        a.number = "4711";
        b.number = "4712";
        c.number = "99";
        context.book = m.build();
        context.facts.payer = m.customer("C").id;
        context.facts.name = u"Customer C"_s;
        context.facts.currency = *Currency::parse(u"EUR"_s);
        context.nowMinute = 600;
        context.confirmBy = day("2025-11-18");
        context.user = u"me"_s;
        const auto item = [&](const BookMaker::DebitSpec& d, const char* number, std::int64_t rest) {
            context.items.push_back({d, QString::fromLatin1(number), rest, m.base(), Date(d.row.due), {}, {}});
        };
        item(a, "4711", 10000);
        item(b, "4712", 5000);
        item(c, "99", 100);
        context.chosen = {a, b};
    }
    DebitId id(std::size_t i) const { return context.items[i].debit; }
    void open(Gesture g) { form.open(g, context); }
    // As a desk does it: what is refused is shown.
    Result<Command> command()
    {
        auto c = form.command();
        if (!c)
            form.showError(c.error());
        return c;
    }
    template <class T> T taken()
    {
        const auto c = command();
        if (!c || !std::holds_alternative<T>(*c))
            throw std::logic_error(qPrintable(u"refused: "_s + errors().join(u"; "_s)));
        return std::get<T>(*c);
    }
    QStringList errors() const
    {
        QStringList out;
        for (const QLabel* l : form.findChildren<QLabel*>())
            if (l->property("look") == u"error"_s && !l->isHidden() && !l->text().isEmpty())
                out += l->text();
        return out;
    }
};

} // namespace

class TestOutcomeForm : public QObject {
    Q_OBJECT
private slots:
    void anExceptionForTheAccountOrOneInvoice()
    {
        Form f;
        f.open(Gesture::Exception);
        QCOMPARE(f.form.text(u"invoices"_s), QString()); // nothing is ticked: the account
        f.form.setText(u"kind"_s, u"w"_s);
        f.form.setText(u"reason"_s, u"goodwill"_s);
        f.form.setText(u"days"_s, u"three"_s);
        QVERIFY(!f.command());
        QCOMPARE(f.errors(), QStringList(u"Is no number of days: write 10, or leave it empty"_s));
        f.form.setText(u"days"_s, u"3"_s);
        auto c = f.taken<RegisterException>();
        QCOMPARE(int(c.kind), int(ExceptionKind::Waiver));
        QCOMPARE(c.costDays, 3);
        QVERIFY(!c.debit && !c.until.isValid());
        f.form.setText(u"kind"_s, u"e"_s);
        f.form.setText(u"invoices"_s, u"4711, 4712"_s);
        QVERIFY(!f.command());
        QCOMPARE(f.errors(), QStringList(u"Are several: write one number, or none for the account"_s));
        f.form.setText(u"invoices"_s, u"4712"_s);
        f.form.setText(u"date"_s, u"never"_s);
        QVERIFY(!f.command());
        QCOMPARE(f.errors(), QStringList(u"Is no day: write 28 nov, fri or +10bd"_s));
        f.form.setText(u"date"_s, u"21 nov"_s);
        f.form.setText(u"days"_s, {});
        c = f.taken<RegisterException>();
        QCOMPARE(c.debit, f.id(1));
        QCOMPARE(c.until, day("2025-11-21"));
        QCOMPARE(c.reason, u"goodwill"_s);
        f.context.chosen = {f.id(1), f.id(2)}; // ticked: the oldest of them
        f.context.itemsTicked = true;
        f.context.facts.payer = CustomerId(77); // whose form was never typed in
        f.open(Gesture::Exception);
        QCOMPARE(f.form.text(u"invoices"_s), u"4712"_s);
    }
    void aRenewalAsksForTheDay()
    {
        Form f;
        f.context.renewed = RegisterException{f.context.facts.payer, f.id(1), ExceptionKind::Extension,
                                              u"their bank moved"_s, 4,       day("2025-11-07")};
        f.open(Gesture::RenewException);
        QCOMPARE(f.form.text(u"reason"_s), u"their bank moved"_s);
        f.form.setText(u"date"_s, u"28 nov"_s);
        const auto c = f.taken<RegisterException>();
        QCOMPARE(c.debit, f.id(1));
        QCOMPARE(c.until, day("2025-11-28"));
        QCOMPARE(c.costDays, 0); // worked out anew from its due day
    }
    void disputeDefaults()
    {
        Form f;
        f.open(Gesture::Dispute);
        QCOMPARE(f.form.text(u"reason"_s), u"price"_s);
        QCOMPARE(f.form.text(u"invoices"_s), u"4711"_s); // the oldest: nobody contests all of it without saying so
        const LogCall c = f.taken<LogCall>();
        QCOMPARE(c.outcome, CallOutcome::Dispute);
        QCOMPARE(c.dispute->kind, DisputeReason::Price);
        QCOMPARE(c.dispute->lines, (std::vector<PromiseLine>{{f.id(0), 0}}));
        QCOMPARE(c.confirmBy, std::optional(day("2025-11-18")));
        f.context.chosen = {f.id(1), f.id(2)};
        f.context.itemsTicked = true;
        f.open(Gesture::Dispute);
        QCOMPARE(f.form.text(u"invoices"_s), u"4712, 99"_s);
    }
    void disputeWithoutACall()
    {
        Form f;
        f.open(Gesture::BareDispute);
        QVERIFY(f.form.text(u"confirm"_s).isEmpty());
        QCOMPARE(f.taken<OpenDispute>().draft.lines, (std::vector<PromiseLine>{{f.id(0), 0}}));
    }
    void disputeByLetterAndAmount()
    {
        Form f;
        f.open(Gesture::Dispute);
        f.form.setText(u"reason"_s, u"m"_s);
        f.form.setText(u"invoices"_s, u"all"_s);
        f.form.setText(u"amount"_s, u"120"_s);
        f.form.setText(u"confirm"_s, u""_s);
        f.form.setText(u"note"_s, u"no delivery note"_s);
        const LogCall c = f.taken<LogCall>();
        QCOMPARE(c.dispute->kind, DisputeReason::MissingDocument);
        QCOMPARE(c.dispute->lines, (std::vector<PromiseLine>{{f.id(0), 10000}, {f.id(1), 2000}}));
        QCOMPARE(c.dispute->note, u"no delivery note"_s);
        QCOMPARE(c.confirmBy, std::optional(Date())); // nothing is to be confirmed
        f.form.setText(u"amount"_s, u"150"_s);        // all of it
        QCOMPARE(f.taken<LogCall>().dispute->lines, (std::vector<PromiseLine>{{f.id(0), 0}, {f.id(1), 0}}));
    }
    void disputeErrors_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("reason") << u"reason"_s << u"zz"_s << u"Is no reason"_s;
        QTest::newRow("no such invoice") << u"invoices"_s << u"4799"_s << u"Names no open invoice"_s;
        QTest::newRow("two begin so") << u"invoices"_s << u"47"_s << u"Names no open invoice"_s;
        QTest::newRow("none") << u"invoices"_s << u""_s << u"Names no open invoice"_s;
        QTest::newRow("too much") << u"amount"_s << u"100.01"_s << u"Is more than the 100.00"_s;
        QTest::newRow("no amount") << u"amount"_s << u"lots"_s << u"Is no amount"_s;
        QTest::newRow("confirm") << u"confirm"_s << u"soonish"_s << u"Is no day"_s;
    }
    void disputeErrors()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        Form f;
        f.open(Gesture::Dispute);
        f.form.setText(field, typed);
        QVERIFY(!f.command());
        QCOMPARE(f.errors().size(), 1);
        QVERIFY2(f.errors().front().startsWith(said), qPrintable(f.errors().front()));
        QCOMPARE(f.form.text(field), typed); // what was typed survives
    }
    void document()
    {
        Form f;
        f.open(Gesture::NeedsDocument);
        QCOMPARE(f.form.text(u"document"_s), u"copy of invoice 4711"_s);
        LogCall c = f.taken<LogCall>();
        QCOMPARE(c.outcome, CallOutcome::NeedsDocument);
        QCOMPARE(c.request->debit, f.id(0));
        QCOMPARE(c.request->dueOn, day("2025-11-17"));
        QCOMPARE(c.request->owner, u"me"_s);
        f.form.setText(u"document"_s, u"a list of what is open"_s);
        f.form.setText(u"due"_s, u"+3bd"_s);
        c = f.taken<LogCall>();
        QVERIFY(!c.request->debit);
        QCOMPARE(c.request->dueOn, day("2025-11-19"));
        f.form.setText(u"due"_s, u"whenever"_s);
        QVERIFY(!f.command());
        QVERIFY(f.errors().front().startsWith(u"Is no day"_s));
    }
    void statusOfEach()
    {
        Form f;
        f.context.items[0].status = u"waits for PO"_s;
        f.context.items[0].dwell = u"waits for PO for 9 days, usually 4"_s;
        f.open(Gesture::InProcess);
        QCOMPARE(f.form.text(u"status 4711"_s), u"waits for PO"_s);
        QCOMPARE(f.form.text(u"status 4712"_s), u"in approval"_s);
        f.form.setText(u"status 4711"_s, u"s 28 nov"_s);
        f.form.setText(u"status 4712"_s, u""_s); // not spoken about
        const LogCall c = f.taken<LogCall>();
        QCOMPARE(c.outcome, CallOutcome::InProcess);
        QCOMPARE(c.statuses.size(), std::size_t(1));
        QCOMPARE(c.statuses[0].debit, f.id(0));
        QCOMPARE(c.statuses[0].state, PayerState::Scheduled);
        QCOMPARE(c.statuses[0].scheduledFor, day("2025-11-28"));
        f.form.setText(u"status 4711"_s, u"s"_s);
        QVERIFY(!f.command());
        QVERIFY(f.errors().front().startsWith(u"Says no day"_s));
        f.form.setText(u"status 4711"_s, u"gone"_s);
        QVERIFY(!f.command());
        QVERIFY(f.errors().front().startsWith(u"Is not understood"_s));
    }
    void statusOfManyAtOnce()
    {
        Form f;
        const FormItem one = f.context.items[0];
        f.context.items.clear();
        f.context.chosen.clear();
        for (int i = 1; i <= 7; ++i) {
            f.context.items.push_back(one);
            f.context.items.back().debit = DebitId(i);
            f.context.items.back().number = QString::number(i);
            f.context.chosen.push_back(DebitId(i));
        }
        f.open(Gesture::BareStatus);
        f.form.setText(u"status"_s, u"a Ben"_s);
        const SetPayerStatus c = f.taken<SetPayerStatus>();
        QCOMPARE(c.statuses.size(), std::size_t(7));
        QCOMPARE(c.statuses[6].debit, DebitId(7));
        QCOMPARE(c.statuses[6].with, u"Ben"_s);
    }
    void callBackShowsBothZones()
    {
        Form f;
        f.context.theirZone = u"Australia/Sydney"_s;
        f.context.theirMinute = 21 * 60;
        f.open(Gesture::CallBack);
        f.form.setText(u"date"_s, u"mon 10:00"_s);
        QStringList texts;
        for (const QLabel* l : f.form.findChildren<QLabel*>())
            texts += l->text();
        const QString hint = texts.filter(u" here"_s).value(0);
        QVERIFY2(hint.contains(u"10:00 there"_s) && hint.contains(u"23:00 here"_s), qPrintable(hint));
    }
    void wrongPerson()
    {
        Form f;
        f.open(Gesture::WrongNumber);
        QCOMPARE(f.taken<LogCall>().wrong, WrongWhat::Number);
        f.form.setText(u"wrong"_s, u"P"_s);
        QCOMPARE(f.taken<LogCall>().wrong, WrongWhat::Person);
    }
};

QTEST_MAIN(TestOutcomeForm)
#include "tst_outcomeform.moc"
