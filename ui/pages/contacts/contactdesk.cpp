#include "ui/pages/contacts/contactdesk.h"

#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/contactguard.h"
#include "ui/models/format.h"
#include "ui/pages/contacts/contacthistory.h"
#include "ui/pages/contacts/mergediff.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr ContactRole roles[] = {ContactRole::ApClerk, ContactRole::ApLead,      ContactRole::FinanceHead,
                                 ContactRole::Sponsor, ContactRole::SharedInbox, ContactRole::Other};
constexpr ContactDefect defects[] = {ContactDefect::Bounced, ContactDefect::WrongNumber, ContactDefect::WrongPerson,
                                     ContactDefect::Left, ContactDefect::None};

QScrollArea* scrolled(QWidget* inside, const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setAccessibleName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    return area;
}

void put(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ContactDesk::ContactDesk(Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent), m_workbench(workbench), m_facts(new QWidget), m_form(new FieldForm),
      m_mergePage(new QWidget), m_diff(new MergeDiff(m_mergePage))
{
    for (QWidget* w : {m_facts, m_mergePage}) {
        w->setProperty("look", u"surface"_s);
        w->setAttribute(Qt::WA_StyledBackground);
    }
    m_layout = new QVBoxLayout(m_facts);
    m_layout->setContentsMargins(16, 14, 16, 16);
    m_layout->setSpacing(3);
    m_name = label(u"section"_s, 0);
    m_about = label(u"muted"_s, 0);
    m_reach = label(u"body"_s, 6);
    m_reach->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_issuesTitle = label(u"heading"_s, 12);
    m_issues = label(u"body"_s, 0);
    m_historyTitle = label(u"heading"_s, 12);
    m_history = label(u"muted"_s, 0);
    m_keys = label(u"caption"_s, 14);
    m_layout->addStretch(1);
    m_view = scrolled(m_facts, u"About this person"_s, this);
    m_view->setFocusPolicy(Qt::TabFocus);
    m_formArea = scrolled(m_form, u"Form"_s, this);
    m_formArea->setFocusPolicy(Qt::NoFocus);

    auto* layout = new QVBoxLayout(m_mergePage);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(6);
    auto* title = new QLabel(u"Merge two entries"_s, m_mergePage);
    title->setProperty("look", u"section"_s);
    m_mergeAbout = new QLabel(m_mergePage);
    m_mergeError = new QLabel(m_mergePage);
    m_mergeAbout->setProperty("look", u"muted"_s);
    m_mergeError->setProperty("look", u"bad"_s);
    for (QLabel* l : {m_mergeAbout, m_mergeError}) {
        l->setTextFormat(Qt::PlainText);
        l->setWordWrap(true);
    }
    auto* tip = new QLabel(u"\u2191 \u2193 walk the fields, \u2190 \u2192 choose whose value stays."_s, m_mergePage);
    tip->setProperty("look", u"caption"_s);
    auto* buttons = new QHBoxLayout;
    auto* go = new KeyButton(u"Merge"_s, u"Ctrl+\u21b5"_s, m_mergePage);
    go->setPrimary(true);
    auto* cancel = new KeyButton(u"Cancel"_s, u"Esc"_s, m_mergePage);
    connect(go, &QPushButton::clicked, this, &ContactDesk::saveMerge);
    connect(cancel, &QPushButton::clicked, this, [this] { back(); });
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(m_mergeAbout);
    layout->addWidget(m_diff);
    layout->addWidget(m_mergeError);
    layout->addLayout(buttons);
    layout->addWidget(tip);
    layout->addStretch(1);

    addWidget(m_view);
    addWidget(m_formArea);
    addWidget(m_mergePage);
    connect(m_form, &FieldForm::save, this, &ContactDesk::saveForm);
    connect(m_form, &FieldForm::cancelled, this, [this] { back(); });
    connect(m_diff, &MergeDiff::merge, this, &ContactDesk::saveMerge);
    connect(m_diff, &MergeDiff::cancelled, this, [this] { back(); });
}

QLabel* ContactDesk::label(const QString& look, int above)
{
    m_layout->addSpacing(above);
    auto* l = new QLabel(m_facts);
    l->setProperty("look", look);
    l->setTextFormat(Qt::PlainText);
    l->setWordWrap(true);
    m_layout->addWidget(l);
    return l;
}

const Contact* ContactDesk::contact() const
{
    return m_line.contact == noRow ? nullptr : &m_workbench.book()->rows<Contact>()[m_line.contact];
}

void ContactDesk::setLine(const ContactLine& line, const QString& text)
{
    const bool same = line.payer == m_line.payer && line.contact == m_line.contact;
    m_line = line;
    m_text = text;
    showFacts();
    if (!same && isBusy())
        close();
}

QString ContactDesk::issueText(ContactIssue i) const
{
    const Book& book = *m_workbench.book();
    const Contact* c = contact();
    const QString payer = book.customers()[m_line.payer].name;
    switch (i) {
    case ContactIssue::NoContact: return u"Nobody is known here. Look for a person (F), then add them (A)."_s;
    case ContactIssue::NoBilling: return payer + u" has no billing contact. B makes this one it."_s;
    case ContactIssue::Bounced: return u"Mail to this address came back. Correct it (Enter)."_s;
    case ContactIssue::WrongNumber: return u"The number is wrong. Correct it (Enter)."_s;
    case ContactIssue::Left: return u"Has left. Add who took over (A)."_s;
    case ContactIssue::WrongPerson: return u"Is the wrong person. Add the right one (A)."_s;
    case ContactIssue::AddressHeld: {
        const auto hold = c ? addressHold(book, *c, m_workbench.clock().now()) : std::nullopt;
        if (!hold)
            return {};
        const QString when = u"The address was changed on "_s + dateText(hold->day)
                             + (hold->user.isEmpty() ? u"."_s : QString(u" by "_s + hold->user + u'.'));
        return when
               + (hold->confirmed ? u" It is confirmed and only has to wait."_s
                                  : u" No statement goes there before it is confirmed (C)."_s);
    }
    case ContactIssue::WrongRole: return u"The billing contact is not in accounts payable. Correct the role (Enter)."_s;
    case ContactIssue::InboxOnly: return u"Only a shared inbox is known. Look for a person (F)."_s;
    case ContactIssue::SingleContact: return u"The only person known on a large account. Add another (A)."_s;
    case ContactIssue::Duplicate:
        return u"Looks like "_s + book.rows<Contact>()[m_line.duplicateOf].name
               + u", who is there already. Merge (M)."_s;
    case ContactIssue::NotVerified:
        return c && c->verifiedOn.isValid()
                   ? QString(u"Last verified on "_s + dateText(c->verifiedOn) + u". V verifies it."_s)
                   : u"Never verified. V verifies it."_s;
    case ContactIssue::NoZone: return u"The time zone is not known. Enter it (Enter)."_s;
    case ContactIssue::NoOwner: return u"Nobody of ours answers for it. B names a colleague."_s;
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
    const Book& book = *m_workbench.book();
    const Contact* c = contact();
    const QString payer = book.customers()[m_line.payer].name;
    m_name->setText(c ? c->name : payer);
    put(m_about, c ? QString(contactFieldText(*c, ContactField::Role) + u" \u00b7 "_s + payer) : QString());
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
    m_issuesTitle->setText(issues.isEmpty() ? u"Nothing to fix"_s : u"To fix"_s);
    put(m_issues, issues.join(u'\n'));
    const QStringList history = c ? contactHistory(book, *c) : searchHistory(book, m_line.payer);
    put(m_historyTitle, history.isEmpty() ? QString() : c ? u"History"_s : u"Where somebody looked"_s);
    put(m_history, history.join(u'\n'));
    m_keys->setText(
        c ? u"Enter edit \u00b7 V verified \u00b7 B billing contact \u00b7 C confirm address \u00b7 M merge \u00b7 "
            "D defect \u00b7 A add \u00b7 F find a person \u00b7 O account"_s
          : u"F find a person \u00b7 A add one \u00b7 O account"_s);
}

bool ContactDesk::isBusy() const { return currentWidget() != m_view; }

bool ContactDesk::back()
{
    if (!isBusy())
        return false;
    close();
    return true;
}

void ContactDesk::close()
{
    setCurrentWidget(m_view);
    emit finished();
}

bool ContactDesk::ready(bool person)
{
    if (m_line.payer == noRow)
        return false;
    if (!m_workbench.isToday()) {
        emit refusedFor(u"Contacts are changed as of today only: Ctrl+Shift+D goes back to today."_s);
        return false;
    }
    if (person && !contact()) {
        emit refusedFor(u"Nobody is known here: A adds a person, F logs where you looked."_s);
        return false;
    }
    return true;
}

void ContactDesk::edit()
{
    if (ready(false))
        open(contact() ? Mode::Edit : Mode::Add);
}
void ContactDesk::add()
{
    if (ready(false))
        open(Mode::Add);
}
void ContactDesk::verify()
{
    if (ready(true))
        open(Mode::Verify);
}
void ContactDesk::billing()
{
    if (ready(true))
        open(Mode::Billing);
}
void ContactDesk::findPerson()
{
    if (ready(false))
        open(Mode::Find);
}
void ContactDesk::defect()
{
    if (ready(true))
        open(Mode::Defect);
}

void ContactDesk::confirm()
{
    if (!ready(true))
        return;
    const auto hold = addressHold(*m_workbench.book(), *contact(), m_workbench.clock().now());
    if (!hold || hold->confirmed)
        emit refusedFor(hold ? u"The address is confirmed and only has to wait."_s
                             : u"The address of "_s + contact()->name + u" needs no confirmation."_s);
    else
        open(Mode::Confirm);
}

std::uint32_t ContactDesk::partner() const
{
    if (m_line.duplicateOf != noRow)
        return m_line.duplicateOf;
    const Book& book = *m_workbench.book();
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
    const std::uint32_t other = partner();
    if (other == noRow)
        return emit refusedFor(contact()->name
                               + u" is the only contact of this payer: there is nobody to merge with."_s);
    m_mode = Mode::Merge;
    const Contact& keep = m_workbench.book()->rows<Contact>()[other];
    m_diff->start(keep, *contact());
    m_mergeAbout->setText(contact()->name + u" goes into "_s + keep.name
                          + u". What was logged with either stays where it is."_s);
    m_mergeError->hide();
    setCurrentWidget(m_mergePage);
    emit roomWanted();
    m_diff->setFocus();
}

void ContactDesk::addFields(const Contact& c)
{
    using F = ContactField;
    const auto line = [&](F f, const QString& example) {
        m_form->addLine(contactFieldName(f), contactFieldTitle(f), contactFieldText(c, f), example);
    };
    line(F::Name, {});
    QStringList names;
    int at = 0;
    for (int i = 0; i < int(std::size(roles)); ++i) {
        names += titleOf(roles[i]);
        at = roles[i] == c.role ? i : at;
    }
    m_form->addChoice(contactFieldName(F::Role), contactFieldTitle(F::Role), names, at);
    line(F::Email, u"name@company.com"_s);
    line(F::Phone, u"+49 30 1234567"_s);
    line(F::Mobile, {});
    line(F::Zone, u"Europe/Berlin"_s);
    line(F::Hours, u"09:00\u201312:00"_s);
    line(F::Language, {});
    line(F::Channel, u"phone, e-mail"_s);
    m_form->addArea(contactFieldName(F::Address), contactFieldTitle(F::Address), c.address);
    m_form->addArea(contactFieldName(F::Note), contactFieldTitle(F::Note), c.note);
}

void ContactDesk::open(Mode mode)
{
    m_mode = mode;
    const Book& book = *m_workbench.book();
    const Customer& payer = book.customers()[m_line.payer];
    const Contact* c = contact();
    const QString about = c ? QString(c->name + u" \u00b7 "_s + payer.name) : payer.name;
    const QString tip = u"Ctrl+Enter saves and goes to the next."_s;
    switch (mode) {
    case Mode::Edit:
        m_form->start(u"Edit the contact"_s, about, tip);
        addFields(*c);
        break;
    case Mode::Add: {
        m_form->start(u"Add a person"_s, payer.name, tip);
        Contact fresh;
        fresh.role = ContactRole::ApClerk;
        addFields(fresh);
        break;
    }
    case Mode::Verify:
        m_form->start(u"Verified today"_s, about, tip);
        m_form->addLine(u"how"_s, u"How"_s, u"by phone"_s, u"by phone, business card, their reply"_s);
        break;
    case Mode::Billing:
        m_form->start(u"Billing contact"_s, about, u"Takes the place of whoever it was."_s);
        m_form->addLine(u"owner"_s, u"Our colleague"_s,
                        payer.billingOwner.isEmpty() ? m_workbench.user() : payer.billingOwner);
        break;
    case Mode::Find:
        m_form->start(u"Looked for a person"_s, payer.name, u"Found somebody? Add them with A."_s);
        m_form->addChoice(u"way"_s, u"Where"_s, searchWays(), 2);
        m_form->addLine(u"note"_s, u"What came of it"_s, {});
        break;
    case Mode::Defect: {
        m_form->start(u"What is wrong"_s, about, tip);
        QStringList names;
        for (const ContactDefect d : defects)
            names += d == ContactDefect::None ? Lang::tr("Nothing: take the mark off") : titleOf(d);
        m_form->addChoice(u"defect"_s, u"Defect"_s, names, c->defect == ContactDefect::None ? 0 : 4);
        m_form->addLine(u"note"_s, u"Note"_s, {});
        break;
    }
    case Mode::Confirm: {
        const Instant now = m_workbench.clock().now();
        QStringList ways;
        m_numbers.clear();
        for (const KnownNumber& k : numbersToConfirm(book, *c, *addressHold(book, *c, now), now)) {
            ways += u"Called "_s + k.contact->name + u" on "_s + k.number;
            m_numbers.push_back(k.number);
        }
        ways += u"Second person: "_s + m_workbench.user();
        m_form->start(u"The changed address is right"_s, c->email + u" \u00b7 "_s + about,
                      u"Call back on a number known before the change, or let a colleague confirm it here."_s);
        m_form->addChoice(u"number"_s, u"How"_s, ways, 0);
        break;
    }
    case Mode::Merge: return;
    }
    setCurrentWidget(m_formArea);
    m_formArea->ensureVisible(0, 0);
    emit roomWanted();
    m_form->focusFirst();
}

Contact ContactDesk::typed(const Contact& before) const
{
    Contact c = before;
    const auto text = [&](ContactField f) { return m_form->text(contactFieldName(f)); };
    c.name = text(ContactField::Name);
    const ContactRole role = roles[m_form->choice(contactFieldName(ContactField::Role))];
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

Result<Command> ContactDesk::command() const
{
    const Contact* c = contact();
    const CustomerId payer = m_workbench.book()->customers()[m_line.payer].id;
    switch (m_mode) {
    case Mode::Edit:
    case Mode::Add: {
        Contact after = typed(m_mode == Mode::Edit ? *c : Contact());
        const auto hours = parseCallingHours(m_form->text(contactFieldName(ContactField::Hours)));
        if (!hours)
            return fail(ErrorCode::InputRejected, u"are not hours of a day"_s, u"write them like 09:00\u201312:00"_s,
                        contactFieldName(ContactField::Hours));
        std::tie(after.callFrom, after.callTo) = *hours;
        return m_mode == Mode::Edit ? Command(EditContact{c->id, after})
                                    : Command(AddContact{c ? c->customer : payer, after});
    }
    case Mode::Verify: return VerifyContact{c->id, m_form->text(u"how"_s)};
    case Mode::Billing: return SetBillingContact{c->id, m_form->text(u"owner"_s)};
    case Mode::Find: return LogSearchTry{payer, SearchWay(m_form->choice(u"way"_s)), m_form->text(u"note"_s), {}};
    case Mode::Defect: return MarkDefect{c->id, defects[m_form->choice(u"defect"_s)], m_form->text(u"note"_s)};
    case Mode::Confirm: {
        const auto at = std::size_t(m_form->choice(u"number"_s));
        const bool callBack = at < m_numbers.size();
        return ConfirmAddress{c->id, callBack, callBack ? m_numbers[at] : QString()};
    }
    case Mode::Merge: break;
    }
    return fail(ErrorCode::Refused, u"nothing is being edited"_s);
}

void ContactDesk::saveForm(bool next)
{
    const auto c = command();
    if (!c)
        return m_form->showError(c.error());
    submit(*c, next);
}

void ContactDesk::saveMerge()
{
    const Contact& keep = m_workbench.book()->rows<Contact>()[partner()];
    submit(MergeContacts{keep.id, contact()->id, m_diff->fromDropped()}, false);
}

void ContactDesk::submit(const Command& command, bool next)
{
    if (const Outcome o = m_workbench.submit(command); !o) {
        if (m_mode != Mode::Merge)
            return m_form->showError(o.error());
        m_mergeError->setText(
            say(o.error().remedy.isEmpty() ? o.error().what : Lang::words("%1: %2", o.error().what, o.error().remedy)));
        m_mergeError->show();
        return;
    }
    setCurrentWidget(m_view);
    emit worked(next);
    if (!next)
        emit finished();
}

} // namespace duedesk
