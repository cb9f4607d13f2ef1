#include "ui/panels/calldesk.h"

#include "core/insight/agreements/payerstatuses.h"
#include "core/insight/behaviour/behaviourevidence.h"
#include "core/insight/letters/mailguard.h"
#include "core/insight/people/callcontact.h"
#include "core/insight/people/contactpermission.h"
#include "ui/models/format.h"
#include "ui/panels/dialcard.h"
#include "ui/panels/draftkeeper.h"
#include "ui/panels/payerpanel.h"

#include <QJsonDocument>
#include <QJsonObject>
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

} // namespace

CallDesk::CallDesk(Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent), m_workbench(workbench), m_panel(new PayerPanel(this)),
      m_dial(new DialCard(workbench.clock(), this)), m_form(new OutcomeForm(this)),
      m_drafts(new DraftKeeper(workbench, this)), m_rest(new QTimer(this))
{
    addWidget(m_panel);
    addWidget(m_dial);
    addWidget(m_form);
    setAccessibleName(u"Account panel"_s);
    m_rest->setSingleShot(true);
    m_rest->setInterval(25); // the list paints first while J is held down
    connect(m_rest, &QTimer::timeout, this, &CallDesk::flush);
    connect(m_panel, &PayerPanel::actionWanted, this, [this](const QString& name) {
        if (name == u"call"_s)
            call();
        else if (name == u"email"_s)
            write();
        else if (name == u"confirmed"_s)
            confirmed();
        else if (name == u"confirmMail"_s)
            writeConfirm();
        else
            gesture(name == u"promise"_s  ? Gesture::BarePromise
                    : name == u"later"_s  ? Gesture::Later
                    : name == u"assign"_s ? Gesture::Assign
                                          : Gesture::Note);
    });
    connect(m_dial, &DialCard::outcomeChosen, this, &CallDesk::outcome);
    connect(m_dial, &DialCard::cancelled, this, [this] { back(); });
    connect(m_form, &OutcomeForm::save, this, &CallDesk::saveForm);
    connect(m_form, &OutcomeForm::cancelled, this, [this] { back(); });
    keepDrafts();
    connect(&m_workbench, &Workbench::asOfChanged, this, &CallDesk::updateCanLog);
    connect(&m_workbench, &Workbench::minutePassed, this, &CallDesk::passMinute);
    updateCanLog();
}

// What is typed into a form is in the book a second later, as JSON of its fields.
void CallDesk::keepDrafts()
{
    const auto place = [](const QString& key) { return QString(u"desk/"_s + key); };
    m_form->setDraftSource([this, place](const QString& key) {
        OutcomeForm::DraftFields fields;
        const QJsonObject kept = QJsonDocument::fromJson(m_drafts->text(place(key)).toUtf8()).object();
        for (auto it = kept.begin(); it != kept.end(); ++it)
            fields[it.key()] = it->toString();
        return fields;
    });
    connect(m_form, &OutcomeForm::drafted, this,
            [this, place](const QString& key, const QMap<QString, QString>& fields) {
                if (fields.isEmpty()) {
                    m_drafts->drop(place(key));
                    return;
                }
                QJsonObject kept;
                for (auto it = fields.begin(); it != fields.end(); ++it)
                    kept.insert(it.key(), it.value());
                m_drafts->typed(place(key), QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
            });
}

void CallDesk::updateCanLog()
{
    m_panel->setCanLog(m_workbench.isToday(),
                       u"Looking at "_s + dateText(m_workbench.asOf())
                           + u". Calls are logged for today only: Ctrl+Shift+D goes back to today."_s);
}

// While nothing else changes: the time there and until when they are reachable, and what an open form's words mean.
void CallDesk::passMinute()
{
    if (currentWidget() == m_form) {
        FormContext c;
        c.theirZone = m_form->theirZone();
        setTimes(c);
        m_form->passTime(c.today, c.nowMinute, c.theirMinute);
        return;
    }
    const InsightsPtr in = m_workbench.insights();
    if (m_stale || m_payer == noRow || !in || !m_panel->isVisible())
        return; // all of it is read again soon, or nobody looks
    m_facts = payerFacts(*in, m_payer, m_workbench.user(), m_workbench.clock().now());
    m_panel->setReach(m_facts);
}

void CallDesk::setPayer(std::uint32_t payer, const QString& text)
{
    if (payer != m_payer && currentWidget() != m_panel) {
        setCurrentWidget(m_panel); // the draft stays with its payer
        emit finished();
    }
    if (payer != m_payer)
        m_ticked.clear(), m_items.clear();
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
    return m_payer == noRow ? CustomerId() : m_workbench.book()->customers()[m_payer].id;
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
    const InsightsPtr in = m_workbench.insights();
    if (!m_stale || !in || m_payer == noRow || m_payer >= in->book->customers().size())
        return;
    m_stale = false;
    m_rest->stop();
    m_facts = payerFacts(*in, m_payer, m_workbench.user(), m_workbench.clock().now());
    m_panel->setFacts(m_facts);
}

const PayerFacts& CallDesk::facts()
{
    flush();
    return m_facts;
}

bool CallDesk::canLog()
{
    if (m_payer == noRow || !m_workbench.insights())
        return false;
    if (!m_workbench.isToday()) {
        emit refusedFor(u"Calls are logged for today only. Ctrl+Shift+D goes back to today."_s);
        return false;
    }
    return facts().payer.isValid();
}

FormContext CallDesk::context()
{
    FormContext c;
    c.book = m_workbench.book();
    c.facts = facts();
    const Contact* contact = c.facts.contact ? c.book->rows<Contact>().find(c.facts.contact) : nullptr;
    c.theirZone = contactZone(*c.book, contact, m_payer);
    setTimes(c);
    c.user = m_workbench.user();
    c.confirmBy = c.book->calendarOf(m_payer).addBusinessDays(c.today, c.book->policyAt(c.today).confirmDays);
    addItems(c);
    c.customers = {c.facts.payer};
    c.ticked = m_ticked;
    if (!m_ticked.empty()) {
        c.facts.currency = m_tickedCurrency;
        c.facts.toCollect = 0;
        for (const PromiseLine& line : m_ticked)
            c.facts.toCollect += line.amount;
    }
    return c;
}

void CallDesk::setTimes(FormContext& c) const
{
    const Instant now = m_workbench.clock().now();
    c.today = m_workbench.today();
    c.nowMinute = minuteOfDayIn(m_workbench.book()->info().zone, now);
    c.theirMinute = c.theirZone.isEmpty() ? -1 : minuteOfDayIn(c.theirZone, now);
}

// The account's open items, and of them those that are ticked, else past due.
void CallDesk::addItems(FormContext& c) const
{
    const ItemStates states(*c.book, c.today, m_payer);
    const PayerStatuses statuses(*c.book, m_payer, c.today);
    for (const OpenLine& line : openLinesOf(*c.book, m_payer, c.today)) {
        const DebitView v = viewDebit(c.book->ledger(), line.debit);
        FormItem item{v.id, v.number, line.open - states.of(line.debit).disputed, v.currency, v.due, {}, {}};
        if (const PayerStatus* s = statuses.of(v.id))
            item.status = statusWords(*s);
        if (const auto dwell = statuses.dwellOf(v.id))
            item.dwell = say(dwell->words());
        const bool ticked = std::ranges::find(m_items, v.id) != m_items.end();
        if (m_items.empty() ? v.due < c.today : ticked)
            c.chosen.push_back(v.id);
        c.items.push_back(std::move(item));
    }
    c.itemsTicked = !m_items.empty() && !c.chosen.empty();
    std::ranges::stable_sort(c.items, {}, &FormItem::due);
}

void CallDesk::setItems(std::vector<DebitId> items) { m_items = std::move(items); }

void CallDesk::setTicked(std::vector<PromiseLine> lines, Currency currency)
{
    m_ticked = std::move(lines);
    m_tickedCurrency = currency;
}

void CallDesk::call()
{
    if (!canLog())
        return;
    emit roomWanted();
    setCurrentWidget(m_dial);
    m_dial->start(withObjection(m_facts));
}

// What speaks against a call now is said, not forbidden: what happened is logged whatever the guards think of it.
PayerFacts CallDesk::withObjection(PayerFacts facts) const
{
    const BookPtr book = m_workbench.book();
    const Contact* contact = facts.contact ? book->rows<Contact>().find(facts.contact) : nullptr;
    const Outcome may = mayContact(*book, m_payer, contact, StepChannel::Call, m_workbench.clock().now());
    if (!may) {
        facts.reach = say(may.error().remedy.isEmpty()
                              ? Lang::words("Better not now: %1", may.error().what)
                              : Lang::words("Better not now: %1; %2", may.error().what, may.error().remedy));
        facts.reachTone = Tone::Bad;
    }
    return facts;
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
    if (!canLog())
        return;
    FormContext c = context();
    if (!customers.empty())
        c.customers = std::move(customers);
    if (g == Gesture::Promise || g == Gesture::BarePromise || g == Gesture::Plan)
        c.payDay = proposedPayDay(*m_workbench.insights(), m_payer, c.today);
    if (g == Gesture::RenewException)
        c.renewed = m_renewed;
    emit roomWanted();
    m_form->open(g, c);
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

void CallDesk::renewException(RegisterException given)
{
    m_renewed = std::move(given);
    gesture(Gesture::RenewException);
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
        emit refusedFor(u"Nothing waits for a confirmation of theirs."_s);
}

void CallDesk::write() { wantMail(u"write:"_s); }

void CallDesk::writeConfirm()
{
    if (facts().confirm.id)
        wantMail(u"confirm:"_s);
    else
        emit refusedFor(u"Nothing waits for a confirmation of theirs: E writes an e-mail."_s);
}

void CallDesk::wantMail(const QString& what)
{
    if (const Customer* c = m_workbench.book()->customers().find(payer()))
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

bool CallDesk::submit(const Command& command, bool next)
{
    const CustomerId payer = m_facts.payer;
    const Outcome done = m_workbench.submit(command);
    if (!done) {
        if (currentWidget() == m_form)
            m_form->showError(done.error());
        else
            emit refusedFor(done.error().message());
        return false;
    }
    // What may be said of the next account in the same words.
    const auto* call = std::get_if<LogCall>(&command);
    const bool asked = call && formOf(call->outcome);
    if (std::holds_alternative<Snooze>(command) || (call && !asked)) {
        m_last = command;
        m_lastForm.reset();
    } else if (asked) {
        m_lastForm = formOf(call->outcome);
        m_last.reset();
    }
    if (currentWidget() == m_form)
        m_form->forgetDraft();
    closeForm();
    const bool note = call && call->kind == ActivityKind::Note;
    const bool leaves = (call && !note) || std::holds_alternative<MakePromise>(command)
                        || std::holds_alternative<MakePlan>(command) || std::holds_alternative<Snooze>(command);
    emit worked(payer, leaves, next);
    return true;
}

void CallDesk::saveForm(bool next)
{
    if (const auto command = m_form->command())
        submit(*command, next);
}

void CallDesk::closeForm()
{
    if (currentWidget() == m_panel)
        return;
    setCurrentWidget(m_panel);
    emit finished();
}

bool CallDesk::isBusy() const { return currentWidget() != m_panel; }

bool CallDesk::back()
{
    if (!isBusy())
        return false;
    closeForm();
    return true;
}

} // namespace duedesk
