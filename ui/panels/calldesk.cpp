#include "ui/panels/calldesk.h"

#include "core/insight/behaviour/behaviourevidence.h"
#include "ui/models/format.h"
#include "ui/panels/dialcard.h"
#include "ui/panels/payerpanel.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

// The payer's next usual pay day, else five business days on.
Date proposedPayDay(const Insights& in, std::uint32_t payer, Date today)
{
    const BusinessCalendar& calendar = in.book->calendarOf(payer);
    const PaymentEvidence e = paymentEvidence(paymentFactsOf(*in.book, payer), today);
    if (e.weekdays.empty())
        return calendar.addBusinessDays(today, 5);
    for (int ahead = 2; ahead < 16; ++ahead) // nobody releases a run tomorrow
        if (const Date d = today + ahead;
            std::ranges::find(e.weekdays, d.weekday()) != e.weekdays.end() && calendar.isBusinessDay(d))
            return d;
    return calendar.addBusinessDays(today, 5);
}

std::optional<Gesture> formOf(CallOutcome o)
{
    switch (o) {
    case CallOutcome::Promise: return Gesture::Promise;
    case CallOutcome::SaysPaid: return Gesture::SaysPaid;
    case CallOutcome::CallBack: return Gesture::CallBack;
    case CallOutcome::WrongNumber: return Gesture::WrongNumber;
    case CallOutcome::Refused: return Gesture::Refused;
    case CallOutcome::Dispute: return Gesture::Dispute;
    case CallOutcome::NeedsDocument: return Gesture::NeedsDocument;
    case CallOutcome::InProcess: return Gesture::InProcess;
    default: return std::nullopt;
    }
}

// What came of a call: the next account is called first.
bool isOfCall(Gesture g)
{
    switch (g) {
    case Gesture::Promise:
    case Gesture::SaysPaid:
    case Gesture::CallBack:
    case Gesture::WrongNumber:
    case Gesture::Refused:
    case Gesture::Dispute:
    case Gesture::NeedsDocument:
    case Gesture::InProcess: return true;
    default: return false;
    }
}

} // namespace

CallDesk::CallDesk(Workbench& workbench, QWidget* parent)
    : FormDesk(workbench, new OutcomeForm, parent), m_panel(new PayerPanel(this)),
      m_dial(new DialCard(workbench.clock(), this)), m_form(static_cast<OutcomeForm*>(FormDesk::form())),
      m_rest(new QTimer(this))
{
    setView(m_panel);
    addWidget(m_dial);
    setAccessibleName(tr("Account panel"));
    m_rest->setSingleShot(true);
    m_rest->setInterval(25); // the list paints first while J is held down
    connect(m_rest, &QTimer::timeout, this, &CallDesk::flush);
    connect(m_panel, &PayerPanel::actionWanted, this, [this](const QString& name) {
        for (const Verb& verb : verbs())
            if (verb.name == name)
                verb.run();
    });
    connect(m_dial, &DialCard::outcomeChosen, this, &CallDesk::outcome);
    connect(m_dial, &DialCard::cancelled, this, &CallDesk::back);
    connect(&workbench, &Workbench::asOfChanged, this, &CallDesk::updateCanLog);
    connect(&workbench, &Workbench::minutePassed, this, &CallDesk::passMinute);
    updateCanLog();
}

std::vector<FormDesk::Verb> CallDesk::verbs()
{
    std::vector<Verb> out{{u"call"_s, [this] { call(); }},
                          {u"write"_s, [this] { write(); }},
                          {u"confirmed"_s, [this] { confirmed(); }},
                          {u"writeConfirm"_s, [this] { writeConfirm(); }},
                          {u"assign"_s, [this] { gesture(Gesture::Assign, picked()); }},
                          {u"putBack"_s, [this] { putBack(picked()); }},
                          {u"say"_s, [this] { toggleSay(); }},
                          {u"repeat"_s, [this] { repeat(); }}};
    for (const auto& [name, g] : {std::pair(u"promise"_s, Gesture::BarePromise),
                                  {u"dispute"_s, Gesture::BareDispute},
                                  {u"plan"_s, Gesture::Plan},
                                  {u"exception"_s, Gesture::Exception},
                                  {u"email"_s, Gesture::Email},
                                  {u"note"_s, Gesture::Note},
                                  {u"later"_s, Gesture::Later}})
        out.push_back({name, [this, g = g] { gesture(g); }});
    out.push_back({u"status"_s, [this] { // 0 on the account: on the phone it is the talk's outcome
                       if (isBusy())
                           outcome(CallOutcome::InProcess);
                       else
                           gesture(Gesture::BareStatus);
                   }});
    for (const char key : {'1', '2', '3', '4', '5', '6', '7', '8', '9', '0'})
        out.push_back({u"outcome"_s + QLatin1Char(key), [this, o = outcomeOfKey(key)] { outcome(o); }});
    return out;
}

std::vector<CustomerId> CallDesk::picked() const { return m_picked ? m_picked() : std::vector{payer()}; }

void CallDesk::updateCanLog()
{
    m_panel->setCanLog(workbench().isToday(),
                       tr("Looking at %1. Calls are logged for today only: Ctrl+Shift+D goes back to today.")
                           .arg(dateText(workbench().asOf())));
}

void CallDesk::setPayer(std::uint32_t payer, const QString& text)
{
    if (payer != m_payer)
        close(); // the draft stays with its payer
    m_payer = payer;
    m_stale = payer != noRow;
    if (payer == noRow) {
        m_rest->stop();
        m_facts = PayerFacts();
        m_panel->clearFacts(text);
    } else {
        m_rest->start();
    }
}

CustomerId CallDesk::payer() const
{
    return m_payer == noRow ? CustomerId() : workbench().book()->customers()[m_payer].id;
}

void CallDesk::refresh()
{
    if (m_payer != noRow) {
        m_stale = true;
        m_rest->start();
    }
}

void CallDesk::flush()
{
    const InsightsPtr in = workbench().insights();
    if (!m_stale || !in || m_payer == noRow || m_payer >= in->book->customers().size())
        return;
    m_stale = false;
    m_rest->stop();
    m_facts = payerFacts(*in, m_payer, workbench().user(), workbench().clock().now());
    m_panel->setFacts(m_facts);
}

const PayerFacts& CallDesk::facts()
{
    flush();
    return m_facts;
}

bool CallDesk::canLog()
{
    if (m_payer == noRow || !workbench().insights())
        return false;
    return isToday(tr("Calls are logged for today only. Ctrl+Shift+D goes back to today.")) && facts().payer.isValid();
}

void CallDesk::call()
{
    if (!canLog())
        return;
    emit roomWanted();
    setCurrentWidget(m_dial);
    m_dial->start(withObjection(m_facts));
}

void CallDesk::outcome(CallOutcome o)
{
    if (!canLog())
        return;
    if (const auto g = formOf(o)) {
        gesture(*g);
        return;
    }
    LogCall call;
    call.payer = m_facts.payer;
    call.contact = m_facts.contact;
    call.outcome = o;
    submit(call, true);
}

void CallDesk::gesture(Gesture g, std::vector<CustomerId> customers)
{
    std::function<void()> again;
    if (!isOfCall(g))
        again = [this, g] { gesture(g); };
    ask(g, std::move(customers), std::move(again));
}

void CallDesk::ask(Gesture g, std::vector<CustomerId> customers, std::function<void()> again)
{
    if (!canLog())
        return;
    TickedItems ticked = m_ticked ? m_ticked() : TickedItems();
    if (g != Gesture::Promise && g != Gesture::BarePromise) {
        ticked.lines.clear();
    } else if (!ticked.items.empty() && ticked.lines.empty()) {
        emit refusedFor(tr("A promise is for items of one currency that are not promised yet."));
        return;
    }
    FormContext c = context(ticked);
    if (!customers.empty())
        c.customers = std::move(customers);
    if (g == Gesture::Promise || g == Gesture::BarePromise || g == Gesture::Plan)
        c.payDay = proposedPayDay(*workbench().insights(), m_payer, c.today);
    if (g == Gesture::RenewException)
        c.renewed = m_renewed;
    m_form->open(g, c);
    openForm(std::move(again));
}

void CallDesk::renewException(RegisterException given, std::function<void()> again)
{
    m_renewed = std::move(given);
    ask(Gesture::RenewException, {}, std::move(again));
}

void CallDesk::toggleSay()
{
    flush();
    emit roomWanted();
    if (currentWidget() == m_panel)
        m_panel->toggleSay();
}

void CallDesk::confirmed()
{
    if (!canLog())
        return;
    if (m_facts.confirm.id)
        submit(MeetConfirm{m_facts.confirm.id, {}}, false);
    else
        emit refusedFor(tr("Nothing waits for a confirmation of theirs."));
}

void CallDesk::write() { wantMail(u"write:"_s); }

void CallDesk::writeConfirm()
{
    if (facts().confirm.id)
        wantMail(u"confirm:"_s);
    else
        emit refusedFor(tr("Nothing waits for a confirmation of theirs: E writes an e-mail."));
}

void CallDesk::wantMail(const QString& what)
{
    if (const Customer* c = workbench().book()->customers().find(payer()))
        emit pageWanted(u"reminders"_s, what + c->externalId);
}

void CallDesk::putBack(const std::vector<CustomerId>& customers)
{
    if (!canLog())
        return;
    for (const CustomerId id : customers)
        submit(PutBack{id}, false);
}

void CallDesk::repeat()
{
    if (!canRepeat() || !canLog())
        return;
    if (m_lastForm) {
        gesture(*m_lastForm);
        return;
    }
    Command again = *m_last;
    const auto aim = [&](auto& c) { c.payer = m_facts.payer; };
    if (auto* call = std::get_if<LogCall>(&again)) {
        aim(*call);
        call->contact = m_facts.contact;
    } else if (auto* snooze = std::get_if<Snooze>(&again)) {
        aim(*snooze);
    }
    submit(again, true);
}

// What may be said of the next account in the same words.
void CallDesk::accepted(const Command& command)
{
    const auto* call = std::get_if<LogCall>(&command);
    const bool asked = call && formOf(call->outcome);
    if (std::holds_alternative<Snooze>(command) || (call && !asked)) {
        m_last = command;
        m_lastForm.reset();
    } else if (asked) {
        m_lastForm = formOf(call->outcome);
        m_last.reset();
    }
}

Worked CallDesk::about(const Command& command) const
{
    const auto* call = std::get_if<LogCall>(&command);
    const bool note = call && call->kind == ActivityKind::Note;
    const bool leaves = (call && !note) || std::holds_alternative<MakePromise>(command)
                        || std::holds_alternative<MakePlan>(command) || std::holds_alternative<Snooze>(command);
    return {m_facts.payer, leaves, false};
}

QString CallDesk::draftKey() const { return u"desk/"_s + m_form->draftKey(); }

} // namespace duedesk
