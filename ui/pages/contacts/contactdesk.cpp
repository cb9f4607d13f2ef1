#include "ui/pages/contacts/contactdesk.h"

#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/contactguard.h"
#include "ui/models/format.h"
#include "ui/pages/contacts/contacthistory.h"
#include "ui/pages/contacts/mergediff.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr ContactRole roles[] = {ContactRole::ApClerk, ContactRole::ApLead,      ContactRole::FinanceHead,
                                 ContactRole::Sponsor, ContactRole::SharedInbox, ContactRole::Other};
constexpr ContactDefect defects[] = {ContactDefect::Bounced, ContactDefect::WrongNumber, ContactDefect::WrongPerson,
                                     ContactDefect::Left, ContactDefect::None};

void put(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ContactDesk::ContactDesk(Workbench& workbench, QWidget* parent) : FormDesk(workbench, new FieldForm, parent)
{
    QVBoxLayout* column = makeView(tr("About this person"));
    m_name = addLabel(u"section"_s, 0);
    m_about = addLabel(u"muted"_s, 0);
    m_reach = addLabel(u"body"_s, 6);
    m_reach->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_issuesTitle = addLabel(u"heading"_s, 12);
    m_issues = addLabel(u"body"_s, 0);
    m_historyTitle = addLabel(u"heading"_s, 12);
    m_history = addLabel(u"muted"_s, 0);
    m_keys = addLabel(u"caption"_s, 14);
    column->addStretch(1);
}

std::vector<FormDesk::Verb> ContactDesk::verbs()
{
    return {{u"edit"_s, [this] { edit(); }},       {u"verify"_s, [this] { verify(); }},
            {u"billing"_s, [this] { billing(); }}, {u"confirm"_s, [this] { confirm(); }},
            {u"merge"_s, [this] { merge(); }},     {u"find"_s, [this] { findPerson(); }},
            {u"add"_s, [this] { add(); }},         {u"defect"_s, [this] { defect(); }}};
}

const Contact* ContactDesk::contact() const
{
    return m_line.contact == noRow ? nullptr : &workbench().book()->rows<Contact>()[m_line.contact];
}

void ContactDesk::setLine(const ContactLine& line, const QString& text)
{
    const bool same = line.payer == m_line.payer && line.contact == m_line.contact;
    m_line = line;
    m_text = text;
    showFacts();
    if (!same)
        close();
}

QString ContactDesk::issueText(ContactIssue i) const
{
    const Book& book = *workbench().book();
    const Contact* c = contact();
    switch (i) {
    case ContactIssue::NoContact: return tr("Nobody is known here. Look for a person (F), then add them (A).");
    case ContactIssue::NoBilling:
        return tr("%1 has no billing contact. B makes this one it.").arg(book.customers()[m_line.payer].name);
    case ContactIssue::Bounced: return tr("Mail to this address came back. Correct it (Enter).");
    case ContactIssue::WrongNumber: return tr("The number is wrong. Correct it (Enter).");
    case ContactIssue::Left: return tr("Has left. Add who took over (A).");
    case ContactIssue::WrongPerson: return tr("Is the wrong person. Add the right one (A).");
    case ContactIssue::AddressHeld: {
        const auto hold = c ? addressHold(book, *c, workbench().clock().now()) : std::nullopt;
        if (!hold)
            return {};
        const QString day = dateText(hold->day);
        return QStringList{hold->user.isEmpty() ? tr("The address was changed on %1.").arg(day)
                                                : tr("The address was changed on %1 by %2.").arg(day, hold->user),
                           hold->confirmed ? tr("It is confirmed and only has to wait.")
                                           : tr("No statement goes there before it is confirmed (C).")}
            .join(u' ');
    }
    case ContactIssue::WrongRole:
        return tr("The billing contact is not in accounts payable. Correct the role (Enter).");
    case ContactIssue::InboxOnly: return tr("Only a shared inbox is known. Look for a person (F).");
    case ContactIssue::SingleContact: return tr("The only person known on a large account. Add another (A).");
    case ContactIssue::Duplicate:
        return tr("Looks like %1, who is there already. Merge (M).").arg(book.rows<Contact>()[m_line.duplicateOf].name);
    case ContactIssue::NotVerified:
        return c && c->verifiedOn.isValid() ? tr("Last verified on %1. V verifies it.").arg(dateText(c->verifiedOn))
                                            : tr("Never verified. V verifies it.");
    case ContactIssue::NoZone: return tr("The time zone is not known. Enter it (Enter).");
    case ContactIssue::NoOwner: return tr("Nobody of ours answers for it. B names a colleague.");
    }
    return {};
}

void ContactDesk::showFacts()
{
    const bool none = m_line.payer == noRow;
    for (QLabel* l : {m_about, m_reach, m_issuesTitle, m_issues, m_historyTitle, m_history, m_keys})
        l->setVisible(!none);
    if (none) {
        m_name->setText(m_text);
        return;
    }
    const Book& book = *workbench().book();
    const Contact* c = contact();
    const QString payer = book.customers()[m_line.payer].name;
    m_name->setText(c ? c->name : payer);
    put(m_about, c ? QStringList{say(roleOf(*c)), payer}.join(u" \u00b7 "_s) : QString());
    QStringList reach;
    if (c)
        for (const ContactField f : {ContactField::Email, ContactField::Phone, ContactField::Mobile, ContactField::Zone,
                                     ContactField::Hours, ContactField::Address, ContactField::Note})
            if (const QString t = contactFieldText(*c, f); !t.isEmpty())
                reach += t;
    put(m_reach, reach.join(u'\n'));
    QStringList issues;
    for (const ContactIssue i : m_line.list())
        issues += issueText(i);
    m_issuesTitle->setText(issues.isEmpty() ? tr("Nothing to fix") : tr("To fix"));
    put(m_issues, issues.join(u'\n'));
    const QStringList history = c ? contactHistory(book, *c) : searchHistory(book, m_line.payer);
    put(m_historyTitle, history.isEmpty() ? QString() : c ? tr("History") : tr("Where somebody looked"));
    put(m_history, history.join(u'\n'));
    m_keys->setText(
        c ? tr("Enter edit \u00b7 V verified \u00b7 B billing contact \u00b7 C confirm address \u00b7 M merge "
               "\u00b7 D defect \u00b7 A add \u00b7 F find a person \u00b7 O account")
          : tr("F find a person \u00b7 A add one \u00b7 O account"));
}

bool ContactDesk::ready(bool person)
{
    if (m_line.payer == noRow
        || !isToday(tr("Contacts are changed as of today only: Ctrl+Shift+D goes back to today.")))
        return false;
    if (person && !contact())
        emit refusedFor(tr("Nobody is known here: A adds a person, F logs where you looked."));
    return !person || contact();
}

void ContactDesk::edit()
{
    if (ready(false))
        open(contact() ? Mode::Edit : Mode::Add, &ContactDesk::edit);
}
void ContactDesk::add()
{
    if (ready(false))
        open(Mode::Add, &ContactDesk::add);
}
void ContactDesk::verify()
{
    if (ready(true))
        open(Mode::Verify, &ContactDesk::verify);
}
void ContactDesk::billing()
{
    if (ready(true))
        open(Mode::Billing, &ContactDesk::billing);
}
void ContactDesk::findPerson()
{
    if (ready(false))
        open(Mode::Find, &ContactDesk::findPerson);
}
void ContactDesk::defect()
{
    if (ready(true))
        open(Mode::Defect, &ContactDesk::defect);
}

void ContactDesk::confirm()
{
    if (!ready(true))
        return;
    const auto hold = addressHold(*workbench().book(), *contact(), workbench().clock().now());
    if (!hold || hold->confirmed)
        emit refusedFor(hold ? tr("The address is confirmed and only has to wait.")
                             : tr("The address of %1 needs no confirmation.").arg(contact()->name));
    else
        open(Mode::Confirm, &ContactDesk::confirm);
}

std::uint32_t ContactDesk::partner() const
{
    if (m_line.duplicateOf != noRow)
        return m_line.duplicateOf;
    const Book& book = *workbench().book();
    const Contact& mine = *contact();
    std::uint32_t found = noRow;
    forEachMember(book, m_line.payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site)) {
            const Contact& c = book.rows<Contact>()[row];
            if (row != m_line.contact && !c.mergedInto && (found == noRow || isSamePerson(c, mine)))
                found = row;
        }
    });
    return found;
}

void ContactDesk::merge()
{
    if (!ready(true))
        return;
    if (partner() == noRow)
        emit refusedFor(
            tr("%1 is the only contact of this payer: there is nobody to merge with.").arg(contact()->name));
    else
        open(Mode::Merge, &ContactDesk::merge);
}

void ContactDesk::fillMerge()
{
    const Contact& keep = workbench().book()->rows<Contact>()[partner()];
    form()->start(tr("Merge two entries"),
                  tr("%1 goes into %2. What was logged with either stays where it is.").arg(contact()->name, keep.name),
                  tr("\u2191 \u2193 walk the fields, \u2190 \u2192 choose whose value stays."), tr("Merge"));
    m_diff = new MergeDiff;
    m_diff->start(keep, *contact());
    form()->addWidget(m_diff);
    connect(m_diff, &MergeDiff::merge, form(), [f = form()] { emit f->save(false); });
    connect(m_diff, &MergeDiff::cancelled, form(), &FieldForm::cancelled);
}

void ContactDesk::addFields(const Contact& c)
{
    using F = ContactField;
    const auto line = [&](F f, const QString& example) {
        form()->addLine(contactFieldName(f), contactFieldTitle(f), contactFieldText(c, f), example);
    };
    line(F::Name, {});
    QStringList names;
    for (const ContactRole role : roles)
        names += titleOf(role);
    const auto* at = std::ranges::find(roles, c.role);
    form()->addChoice(contactFieldName(F::Role), contactFieldTitle(F::Role), names,
                      at == std::end(roles) ? 0 : int(at - roles));
    line(F::Email, u"name@company.com"_s);
    line(F::Phone, u"+49 30 1234567"_s);
    line(F::Mobile, {});
    line(F::Zone, u"Europe/Berlin"_s);
    line(F::Hours, u"09:00\u201312:00"_s);
    line(F::Language, {});
    line(F::Channel, tr("phone, e-mail"));
    form()->addArea(contactFieldName(F::Address), contactFieldTitle(F::Address), c.address);
    form()->addArea(contactFieldName(F::Note), contactFieldTitle(F::Note), c.note);
}

void ContactDesk::open(Mode mode, void (ContactDesk::*again)())
{
    m_mode = mode;
    m_diff = nullptr; // the form deletes what it showed
    const QString& payer = workbench().book()->customers()[m_line.payer].name;
    const Contact* c = contact();
    fill(mode, c ? QStringList{c->name, payer}.join(u" \u00b7 "_s) : payer);
    openForm([this, again] { (this->*again)(); });
    if (mode == Mode::Merge)
        m_diff->setFocus();
}

void ContactDesk::fill(Mode mode, const QString& about)
{
    const Customer& payer = workbench().book()->customers()[m_line.payer];
    const Contact* c = contact();
    const QString tip = tr("Ctrl+Shift+Enter saves and goes to the next.");
    switch (mode) {
    case Mode::Edit:
        form()->start(tr("Edit the contact"), about, tip);
        addFields(*c);
        break;
    case Mode::Add: {
        form()->start(tr("Add a person"), payer.name, tip);
        Contact fresh;
        fresh.role = ContactRole::ApClerk;
        addFields(fresh);
        break;
    }
    case Mode::Verify:
        form()->start(tr("Verified today"), about, tip);
        form()->addLine(u"how"_s, tr("How"), tr("by phone"), tr("by phone, business card, their reply"));
        break;
    case Mode::Billing:
        form()->start(tr("Billing contact"), about, tr("Takes the place of whoever it was."));
        form()->addLine(u"owner"_s, tr("Our colleague"),
                        payer.billingOwner.isEmpty() ? workbench().user() : payer.billingOwner);
        break;
    case Mode::Find:
        form()->start(tr("Looked for a person"), payer.name, tr("Found somebody? Add them with A."));
        form()->addChoice(u"way"_s, tr("Where"), searchWays(), 2);
        form()->addLine(u"note"_s, tr("What came of it"), {});
        break;
    case Mode::Defect: {
        form()->start(tr("What is wrong"), about, tip);
        QStringList names;
        for (const ContactDefect d : defects)
            names += d == ContactDefect::None ? tr("Nothing: take the mark off") : titleOf(d);
        form()->addChoice(u"defect"_s, tr("Defect"), names, c->defect == ContactDefect::None ? 0 : 4);
        form()->addLine(u"note"_s, tr("Note"), {});
        break;
    }
    case Mode::Confirm: fillConfirm(about); break;
    case Mode::Merge: fillMerge(); break;
    }
}

void ContactDesk::fillConfirm(const QString& about)
{
    const Book& book = *workbench().book();
    const Contact& c = *contact();
    const Instant now = workbench().clock().now();
    QStringList ways;
    m_numbers.clear();
    for (const KnownNumber& k : numbersToConfirm(book, c, *addressHold(book, c, now), now)) {
        ways += tr("Called %1 on %2", "a person, a number").arg(k.contact->name, k.number);
        m_numbers.push_back(k.number);
    }
    ways += tr("Second person: %1").arg(workbench().user());
    form()->start(tr("The changed address is right"), QStringList{c.email, about}.join(u" \u00b7 "_s),
                  tr("Call back on a number known before the change, or let a colleague confirm it here."));
    form()->addChoice(u"number"_s, tr("How"), ways, 0);
}

Contact ContactDesk::typed(const Contact& before) const
{
    Contact c = before;
    const auto text = [&](ContactField f) { return form()->text(contactFieldName(f)); };
    c.name = text(ContactField::Name);
    const ContactRole role = roles[form()->choice(contactFieldName(ContactField::Role))];
    if (role != c.role)
        c.roleText.clear();
    c.role = role;
    c.email = text(ContactField::Email);
    c.phone = text(ContactField::Phone);
    c.mobile = text(ContactField::Mobile);
    c.zone = text(ContactField::Zone);
    c.language = text(ContactField::Language);
    c.preferredChannel = text(ContactField::Channel);
    c.address = text(ContactField::Address);
    c.note = text(ContactField::Note);
    return c;
}

Result<Command> ContactDesk::edited() const
{
    const Contact* c = contact();
    Contact after = typed(m_mode == Mode::Edit ? *c : Contact());
    const QString field = contactFieldName(ContactField::Hours);
    const auto hours = parseCallingHours(form()->text(field));
    if (!hours)
        return refuse(field, tr("are not hours of a day"), tr("write them like 09:00\u201312:00"));
    std::tie(after.callFrom, after.callTo) = *hours;
    if (m_mode == Mode::Edit)
        return EditContact{c->id, after};
    return AddContact{c ? c->customer : workbench().book()->customers()[m_line.payer].id, after};
}

Result<Command> ContactDesk::command() const
{
    const Contact* c = contact();
    const Book& book = *workbench().book();
    switch (m_mode) {
    case Mode::Edit:
    case Mode::Add: return edited();
    case Mode::Verify: return VerifyContact{c->id, form()->text(u"how"_s)};
    case Mode::Billing: return SetBillingContact{c->id, form()->text(u"owner"_s)};
    case Mode::Find:
        return LogSearchTry{
            book.customers()[m_line.payer].id, SearchWay(form()->choice(u"way"_s)), form()->text(u"note"_s), {}};
    case Mode::Defect: return MarkDefect{c->id, defects[form()->choice(u"defect"_s)], form()->text(u"note"_s)};
    case Mode::Confirm: {
        const auto at = std::size_t(form()->choice(u"number"_s));
        const bool callBack = at < m_numbers.size();
        return ConfirmAddress{c->id, callBack, callBack ? m_numbers[at] : QString()};
    }
    case Mode::Merge: break;
    }
    return MergeContacts{book.rows<Contact>()[partner()].id, c->id, m_diff->fromDropped()};
}

} // namespace duedesk
