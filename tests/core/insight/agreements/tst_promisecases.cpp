// Promises judged by hand: promisecases.tsv says what was promised, what happened and what stands on the day asked,
// worked out from the definition alone. This reads the table, makes the book of each row and compares.
#include "core/insight/agreements/promises.h"

#include "tests/support/bookmaker.h"

#include <QFile>
#include <QTest>
#include <map>
#include <stdexcept>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// "12" is 12 May 2025; anything longer is a whole date.
Date dayOf(const QString& text)
{
    return day((text.size() <= 2 ? u"2025-05-"_s + text.rightJustified(2, u'0') : text).toStdString());
}

class Story {
public:
    explicit Story(const QString& happens);
    BookMaker m{"USD"};
    Promise* promise = nullptr;

private:
    using Words = QStringList;
    void tell(Words words);
    void money(const QString& verb, Words w);
    void records(const QString& verb, Words w);
    BookMaker::DebitSpec& item(const QString& name) { return *m_items.at(name); }
    // Takes an amount with its currency off the front: "900 SEK".
    static QString amount(Words& w);
    void addLines(const Words& w);

    std::map<QString, BookMaker::DebitSpec*> m_items;
    BookMaker::CreditSpec* m_last = nullptr; // the last payment
    QString m_bank = u"30"_s;
};

QString Story::amount(Words& w)
{
    QString out = w.takeFirst();
    if (!w.isEmpty() && w.first().size() == 3 && w.first() == w.first().toUpper() && w.first()[0].isLetter())
        out += u' ' + w.takeFirst();
    return out;
}

void Story::addLines(const Words& w) // "A600", "A" = all that is promised
{
    promise->lines.clear();
    for (const QString& line : w) {
        BookMaker::DebitSpec& debit = item(line.left(1));
        const QString part = line.mid(1);
        promise->lines.push_back({debit, part.isEmpty() ? promise->amount : m.money(part.toStdString()).minor});
    }
}

void Story::money(const QString& verb, Words w)
{
    const bool named = verb == u"payby" || verb == u"paymentof" || verb == u"depositof";
    const std::string who = named ? w.takeFirst().toStdString() : "C";
    if (verb == u"payment" || verb == u"paymentof" || verb == u"depositof") {
        const std::string sum = amount(w).toStdString(), on = dayOf(w.takeFirst()).isoString();
        m_last = &m.credit(verb == u"depositof" ? CreditKind::Deposit : CreditKind::Payment, who, sum, on);
        return;
    }
    BookMaker::DebitSpec& debit = item(w.takeFirst());
    const std::string sum = amount(w).toStdString(), on = dayOf(w.takeFirst()).isoString();
    const std::string applied = w.isEmpty() ? std::string() : dayOf(w.first()).isoString(); // assign: later
    if (verb == u"writeoff")
        return m.writeOff(debit, sum, on);
    const CreditKind kind = verb == u"credit"    ? CreditKind::CreditNote
                            : verb == u"deposit" ? CreditKind::Deposit
                                                 : CreditKind::Payment;
    BookMaker::CreditSpec& c = m.credit(kind, named ? who : debit.customer.toStdString(), sum, on);
    m.allocate(c, debit, sum, applied);
    if (kind == CreditKind::Payment)
        m_last = &c;
}

void Story::records(const QString& verb, Words w)
{
    if (verb == u"invoice") {
        const QString name = w.takeFirst();
        const std::string sum = amount(w).toStdString();
        m_items[name] = &m.invoice(w.isEmpty() ? "C" : w.first().toStdString(), sum, "2025-04-03", "2025-05-03");
    } else if (verb == u"amount") {
        item(w[0]).row.amount = m.money(w[1].toStdString()).minor;
    } else if (verb == u"other") { // SUM LINE MADE FOR [withdrawn DAY]
        Promise& p = m.promise("C", w[0].toStdString(), dayOf(w[2]).isoString(), dayOf(w[3]).isoString());
        p.lines = {{item(w[1]), p.amount}};
        if (w.size() > 4)
            p.withdrawnOn = dayOf(w[5]);
    } else if (verb == u"rate") {
        m.rate(w[0].toStdString(), w[1].toStdString(), w[2].toStdString());
    } else if (verb == u"company") {
        m.company(w[1]);
        item(w[0]).company = w[1];
    } else if (verb == u"through") {
        m.company(w[0]).cashThrough = dayOf(w[1]);
    } else if (verb == u"paycompany") {
        m.payment("Z", "1.00", dayOf(w[1]).isoString()).company = w[0];
    } else if (verb == u"lastin") {
        m.company(w[0]);
        m_last->company = w[0];
    } else if (verb == u"slip") { // DATED IMPORTED
        m.payment("Z", "1.00", dayOf(w[0]).isoString()).row.knownOn = dayOf(w[1]).days();
    } else if (verb == u"dated") {
        item(w[0]).row.date = dayOf(w[1]).days();
        item(w[0]).row.due = item(w[0]).row.date + 30;
    } else if (verb == u"holiday") {
        m.holiday(dayOf(w[0]).isoString(), w.value(1));
    } else if (verb == u"calendar") {
        m.customer("C").calendar = w[0];
    } else if (verb == u"worksat") {
        Policy p;
        p.validFrom = day("2020-01-01");
        p.workdays = 0b0111111;
        m.add(p);
    } else if (verb == u"site") {
        const CustomerId payer = m.customer(w[1]).id;
        m.customer(w[0]).payer = payer;
    } else {
        throw std::invalid_argument("no such verb: " + verb.toStdString());
    }
}

void Story::tell(Words w)
{
    const QString verb = w.takeFirst();
    if (verb == u"promise") {
        const Money sum = m.money(amount(w).toStdString());
        promise->amount = sum.minor;
        promise->currency = sum.currency;
        addLines(w.first() == u"account" ? Words{} : w);
    } else if (verb == u"made") {
        promise->madeOn = promise->enteredOn = dayOf(w[0]);
    } else if (verb == u"for") {
        promise->promisedFor = dayOf(w[0]);
    } else if (verb == u"entered") {
        promise->enteredOn = dayOf(w[0]);
    } else if (verb == u"imported") {
        promise->imported = true;
    } else if (verb == u"withdrawn") {
        promise->withdrawnOn = dayOf(w[0]);
    } else if (verb == u"replaced") {
        promise->replacedOn = dayOf(w[0]);
    } else if (verb == u"bank") {
        m_bank = w[0];
    } else if (verb == u"bounce") {
        m.reverse(*m_last, dayOf(w[0]).isoString());
    } else if (verb.startsWith(u"pay") && verb != u"paycompany") {
        money(verb, w);
    } else if (verb == u"assign" || verb.startsWith(u"deposit") || verb == u"credit" || verb == u"writeoff") {
        money(verb, w);
    } else {
        records(verb, w);
    }
}

Story::Story(const QString& happens)
{
    m_items[u"A"_s] = &m.invoice("C", "1000.00", "2025-04-01", "2025-05-01");
    m_items[u"B"_s] = &m.invoice("C", "400.00", "2025-04-02", "2025-05-02");
    promise = &m.promise("C", "1000.00", "2025-05-05", "2025-05-12");
    addLines({u"A"_s});
    for (const QString& sentence : happens.split(u';', Qt::SkipEmptyParts))
        tell(sentence.simplified().split(u' '));
    if (m_bank != u"none")
        m.payment("Z", "1.00", dayOf(m_bank).isoString());
}

} // namespace

class TestPromiseCases : public QObject {
    Q_OBJECT
private slots:
    void judged_data();
    void judged();
};

void TestPromiseCases::judged_data()
{
    for (const char* column : {"happens", "asOf", "state", "target", "counted"})
        QTest::addColumn<QString>(column);
    QFile file(qEnvironmentVariable("DUEDESK_SOURCE") + u"/tests/core/insight/agreements/promisecases.tsv"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly | QIODevice::Text), "promisecases.tsv cannot be read");
    int rows = 0;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList f = line.split(u'\t');
        QVERIFY2(f.size() == 6, qUtf8Printable(line));
        QTest::newRow(qUtf8Printable(f[0])) << f[1] << f[2] << f[3] << f[4] << f[5];
        ++rows;
    }
    QVERIFY(rows >= 200);
}

void TestPromiseCases::judged()
{
    QFETCH(QString, happens);
    QFETCH(QString, asOf);
    QFETCH(QString, state);
    QFETCH(QString, target);
    QFETCH(QString, counted);
    Story s(happens);
    const Promise promise = *s.promise;
    const PromiseStanding got = judge(*s.m.build(), promise, dayOf(asOf));
    QCOMPARE(promiseStateName(got.state), state);
    if (target != u"-")
        QCOMPARE((Money{got.target, promise.currency}.toPlain()), target);
    if (counted != u"-")
        QCOMPARE((Money{got.counted, promise.currency}.toPlain()), counted);
}

QTEST_GUILESS_MAIN(TestPromiseCases)
#include "tst_promisecases.moc"
