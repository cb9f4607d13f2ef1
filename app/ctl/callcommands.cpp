// The call list and what is known and done about a customer: calls, explain, timeline, log, predict, backtest.
#include "app/ctl/groups.h"
#include "core/base/text.h"
#include "core/insight/behaviour/behaviourbacktest.h"
#include "core/insight/behaviour/behaviourevidence.h"
#include "core/insight/figures/aging.h"
#include "core/insight/talks/timeline.h"

#include <QTextStream>
#include <algorithm>
#include <tuple>

namespace duedesk::ctl {
namespace {

QString e4(std::int64_t v) { return QString::fromStdString(plainDecimal(v, 4)); }
QString e4(double v) { return QString::number(v, 'f', 4); }
QString e4(const std::optional<double>& v) { return v ? e4(*v) : QString(); }
QString timeOfDay(int minute)
{
    if (minute < 0)
        return {};
    return QString::number(minute / 60).rightJustified(2, u'0') + u':'
           + QString::number(minute % 60).rightJustified(2, u'0');
}

QStringList callCells(const Session& s, const CallRow& r)
{
    const Book& book = *s.book;
    const Customer& c = book.customers()[r.payer];
    const Currency base = book.info().base;
    const bool listed = r.rank > 0;
    const auto when = [&](const QString& text) { return listed ? text : QString(); };
    QStringList reasons;
    if (!r.whyNot.isEmpty())
        reasons += say(r.whyNot);
    for (const Words& reason : r.reasons)
        reasons += say(reason);
    QString contact, phone;
    if (r.contact != noRow) {
        contact = book.rows<Contact>()[r.contact].name;
        phone = book.rows<Contact>()[r.contact].phone;
    }
    return {when(QString::number(r.rank)),
            laneName(r.lane),
            c.externalId,
            c.name,
            Money{r.tbc, base}.toPlain(),
            when(e4(r.risk)),
            when(Money{r.atRisk, base}.toPlain()),
            when(e4(r.ageFactor)),
            when(e4(r.promiseFactor)),
            when(e4(r.limitFactor)),
            when(e4(r.relationshipFactor)),
            when(e4(r.weight)),
            QString::number(r.oldestDays),
            contact,
            phone,
            timeOfDay(r.localMinute),
            say(nextStepWords(r, s.clock->now())),
            reasons.join(QStringLiteral("; "))};
}

Result<Table> callsList(Session& s, const QCommandLineParser& p)
{
    const auto top = intOption(p, QStringLiteral("top"), 0, 1, 1'000'000);
    if (!top)
        return std::unexpected<Error>(top.error());
    std::optional<Lane> lane;
    if (p.isSet(QStringLiteral("lane"))) {
        lane = parseLane(option(p, "lane"));
        if (!lane) {
            QStringList names;
            for (int i = 0; i < laneCount; ++i)
                names += laneName(Lane(i));
            return fail(usageError("--lane", option(p, "lane"), QStringLiteral("is not a lane"),
                                   u"use one of " + names.join(QStringLiteral(", "))));
        }
    }
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const CallList& list = s.calls();
    const QString owner = option(p, "owner") == u"me" ? s.user : option(p, "owner");
    Table t = Table::with("#rank,lane,customer,name,$tbc,#risk,$at_risk,#age_factor,#promise_factor,#limit_factor,"
                          "#relationship_factor,#weight,#oldest_days,contact,phone,local_time,next_step,reason");
    const bool all = p.isSet(QStringLiteral("all")) || lane == Lane::NotOnList;
    for (const CallRow& r : list.rows) {
        if (r.rank == 0 && !all)
            continue;
        if (lane && r.lane != *lane)
            continue;
        if (p.isSet(QStringLiteral("owner")) && s.book->customers()[r.payer].owner != owner)
            continue;
        if (*top > 0 && r.rank > 0 && int(t.rows.size()) >= *top)
            continue;
        t.rows.push_back(callCells(s, r));
    }
    if (!list.missingRates.isEmpty())
        t.warnings += say(list.missingRates);
    return t;
}

void callsOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("top"), QStringLiteral("Only the first N."), QStringLiteral("N")},
                  {QStringLiteral("owner"), QStringLiteral("Only this owner's."), QStringLiteral("NAME")},
                  {QStringLiteral("lane"), QStringLiteral("Only this lane."), QStringLiteral("LANE")},
                  {QStringLiteral("all"), QStringLiteral("Also those not on the list, with the reason.")}});
}

// Opens the book for reading and finds the one customer that the command names.
Result<std::uint32_t> namedPayer(Session& s, const QCommandLineParser& p, const char* usage)
{
    if (const Outcome o = expectOperands(p, 1, 1, usage); !o)
        return std::unexpected<Error>(o.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    return s.payer(operands(p).first());
}

Result<int> explainAction(Session& s, const QCommandLineParser& p)
{
    const auto payer = namedPayer(s, p, "explain CUSTOMER");
    if (!payer)
        return std::unexpected<Error>(payer.error());
    const Explanation x = explain(*s.book, s.behaviour(), s.calls(), *payer);
    const Customer& c = s.book->customers()[*payer];
    QTextStream out(stdout);
    out << shown(c.name) << " (" << shown(c.externalId) << "), as of " << s.day().toIso() << ", "
        << laneTitle(x.row.lane);
    if (x.row.rank > 0)
        out << ", rank " << x.row.rank;
    out << '\n';
    for (const auto& [label, figure] : x.factors)
        out << "  " << shown(say(label)).leftJustified(34) << shown(say(figure)) << '\n';
    const std::pair<const char*, Words> lines[] = {{"Behaviour: ", x.behaviour},
                                                   {"Promises: ", x.promises},
                                                   {"", x.dsoImpact},
                                                   {"Next: ", x.next},
                                                   {"Why not: ", x.row.whyNot}};
    for (const auto& [label, text] : lines)
        if (!text.isEmpty())
            out << label << shown(say(text)) << '\n';
    return 0;
}

Result<Table> timelineList(Session& s, const QCommandLineParser& p)
{
    const auto payer = namedPayer(s, p, "timeline CUSTOMER");
    if (!payer)
        return std::unexpected<Error>(payer.error());
    Table t = Table::with("@at,kind,who,contact,outcome,$amount,note");
    for (const TimelineEvent& e : timeline(*s.book, *payer, s.day(), 100'000))
        t.rows.push_back({e.at != 0 ? toIsoInstant(e.at) : e.day.toIso(), eventKindName(e.kind), e.who, e.contact,
                          say(e.outcome), e.amount.currency.isValid() ? e.amount.toPlain() : QString(), say(e.note)});
    return t;
}

Result<Table> predictList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const Book& book = *s.book;
    const auto only = onlyPayer(s, p);
    if (!only)
        return fail(only.error());
    Table t = Table::with("customer,number,@due,@expected,#p_late,#p_late30,#p_unpaid_30d,evidence");
    const std::vector<std::uint32_t> segments = paymentSegments(book);
    QHash<std::uint32_t, QString> evidence; // by payer
    for (const std::uint32_t row : openItems(book, s.day()).rows) {
        const DebitView v = viewDebit(book.ledger(), row);
        const std::uint32_t payer = book.payerRow(v.customer);
        if (!only->takes(book, v.customer))
            continue;
        const Prediction x = s.behaviour().predict(payer, segments[payer], v.date, v.due, s.day());
        if (!evidence.contains(payer))
            evidence.insert(payer,
                            say(inWords(paymentEvidence(paymentFactsOf(book, payer), s.day() + 1), s.day() + 1)));
        t.rows.push_back({book.customers()[v.customer].externalId, v.number, v.due.toIso(), x.expected.toIso(),
                          e4(x.late), e4(x.late30), e4(x.unpaid30), evidence.value(payer)});
    }
    return t;
}

void predictOptions(QCommandLineParser& p) { customerOption(p); }

// Facts by (invoice date, customer id, invoice number): the order in which a backtest walks through the past.
std::vector<std::uint32_t> backtestOrder(const Book& book)
{
    struct Key {
        Date date;
        QString customer;
        std::string_view number;
        std::uint32_t fact;
    };
    std::vector<Key> keys;
    for (const std::uint32_t row : paymentFactRows(book)) {
        const auto [c, i] = book.ledger().debit(row);
        keys.push_back(
            {Date(c->date[i]), book.customers()[c->customer[i]].externalId, c->number[i], std::uint32_t(keys.size())});
    }
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        return std::tie(a.date, a.customer, a.number, a.fact) < std::tie(b.date, b.customer, b.number, b.fact);
    });
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const Key& k : keys)
        order.push_back(k.fact);
    return order;
}

Result<Table> backtestList(Session& s, const QCommandLineParser& p)
{
    bool ok = true;
    const double split = p.isSet(QStringLiteral("split")) ? option(p, "split").toDouble(&ok) : 0.7;
    if (!ok || !(split > 0 && split < 1)) // no number is neither
        return fail(usageError("--split", option(p, "split"), QStringLiteral("is not a share"),
                               QStringLiteral("give a number between 0 and 1, like 0.7")));
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const std::vector<PaymentFact> facts = paymentFacts(*s.book);
    Table t = Table::with("model,#n_train,#n_test,#mae_days,#auc_late,#auc_late30,#brier,#coverage_p10_p90");
    for (const BacktestRow& r : backtestBehaviour(facts, backtestOrder(*s.book), split))
        t.rows.push_back({QString::fromLatin1(r.model.data(), qsizetype(r.model.size())), QString::number(r.trained),
                          QString::number(r.tested), e4(r.maeDays), e4(r.aucLate), e4(r.aucLate30), e4(r.brier),
                          e4(r.coverage)});
    return t;
}

void backtestOptions(QCommandLineParser& p)
{
    p.addOption({QStringLiteral("split"), QStringLiteral("Share of the past that only teaches, 0.7 unless said."),
                 QStringLiteral("S")});
}

} // namespace

std::vector<Command> callCommands()
{
    return {
        {"calls", "[--top N] [--owner X] [--lane L] [--all]", "Today's call list, explained.", callsOptions, callsList,
         nullptr},
        {"explain", "CUSTOMER", "Why a customer stands where it stands.", nullptr, nullptr, explainAction},
        {"timeline", "CUSTOMER", "Everything that happened, newest first.", nullptr, timelineList, nullptr},
        logCommand(),
        {"predict", "[--customer ID]", "When open items will be paid.", predictOptions, predictList, nullptr},
        {"backtest", "[--split 0.7]", "How well the prediction did on the past.", backtestOptions, backtestList,
         nullptr},
    };
}

} // namespace duedesk::ctl
