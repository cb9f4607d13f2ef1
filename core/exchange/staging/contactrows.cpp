// Contacts of files: who is known already, what a row changes, and the history that goes with it. An address a file
// brings where another one was known is a changed address like any typed one.
#include "core/exchange/staging/contactrows.h"

#include "core/base/emailaddress.h"
#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/domain/contactfields.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

std::string bytesOf(const QString& text) { return text.toStdString(); }

// How surely a stored contact is the one of the row; 0 = it is not. Those merged away only where nobody else fits.
int sureness(const Contact& stored, const Contact& row)
{
    const bool name = foldForSearch(stored.name) == foldForSearch(row.name);
    const bool email = foldForSearch(stored.email) == foldForSearch(row.email);
    int out = 0;
    if (name && email)
        out = 6;
    else if (email && !row.email.isEmpty())
        out = 4;
    else if (name && (row.email.isEmpty() || stored.email.isEmpty()))
        out = 2;
    return out > 0 && stored.mergedInto ? out / 6 : out;
}

std::optional<ContactDefect> parseMark(const QString& text)
{
    for (const auto d : {ContactDefect::None, ContactDefect::Bounced, ContactDefect::WrongNumber,
                         ContactDefect::WrongPerson, ContactDefect::Left})
        if (foldForSearch(text) == defectName(d))
            return d;
    return {};
}

} // namespace

ContactRows::ContactMatch ContactRows::matchContact(const Contact& c, std::uint32_t slot) const
{
    ContactMatch m;
    m.key = std::to_string(m_parties.slot(slot).id.value) + '|'
            + bytesOf(foldForSearch(c.email.isEmpty() ? c.name : c.email));
    if (slot >= m_book.customers().size())
        return m;
    int best = 0;
    for (const std::uint32_t row : m_book.contactsOf(slot)) {
        const Contact& k = m_book.rows<Contact>()[row];
        const int sure = sureness(k, c);
        const std::string key = "#" + std::to_string(k.id.value);
        // Of two that fit alike the one that no row of the files has taken yet.
        const bool taken = m_contactKeys.contains(key);
        if (sure == 0 || 2 * sure - int(taken) <= best)
            continue;
        best = 2 * sure - int(taken);
        m.before = k;
        m.key = key;
    }
    return m;
}

bool ContactRows::fillContact(RowCells& cells, Contact& c, const Contact& before)
{
    const auto text = [&](Field f, QString& into) {
        if (cells.has(f))
            into = toQString(cells.text(f));
    };
    text(Field::Phone, c.phone);
    text(Field::Mobile, c.mobile);
    text(Field::Timezone, c.zone);
    text(Field::Language, c.language);
    text(Field::PreferredChannel, c.preferredChannel);
    text(Field::Address, c.address);
    text(Field::Note, c.note);
    // An empty cell takes back neither what we have verified nor what we have found wrong.
    const auto kept = [&](Field f) { return cells.has(f) && !cells.text(f).empty(); };
    if (kept(Field::VerifiedBy))
        text(Field::VerifiedBy, c.verifiedBy);
    // Said in the file as it reads, and a code here: nothing new.
    if (kept(Field::VerifiedHow) && toQString(cells.text(Field::VerifiedHow)) != say(recalled(before.verifiedHow)))
        text(Field::VerifiedHow, c.verifiedHow);
    if (cells.has(Field::Role)) {
        const QString role = toQString(cells.text(Field::Role));
        // What is written for a role without words of its own says nothing new.
        if (!(before.roleText.isEmpty() && role == roleName(before.role)))
            c.roleText = role;
        c.role = parseContactRole(role);
    }
    for (const auto& [f, value] : {std::pair(Field::Name, &c.name),
                                   {Field::Phone, &c.phone},
                                   {Field::Mobile, &c.mobile},
                                   {Field::Role, &c.roleText}})
        if (firstHidden(*value) >= 0) {
            m_tally.rejectCell(cells, f, u"holds a line break or another character that cannot be seen"_s,
                               u"take it out"_s);
            return false;
        }
    if (cells.has(Field::Email) && c.email != before.email && !c.email.isEmpty()) {
        const auto address = EmailAddress::parse(c.email, u"email"_s);
        if (!address) {
            m_tally.rejectCell(cells, Field::Email, address.error().what, address.error().remedy);
            return false;
        }
        c.email = address->text();
    }
    if (!c.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(c.zone.toLatin1())) {
        m_tally.rejectCell(cells, Field::Timezone, u"is not a time zone"_s, u"write it like Europe/Berlin"_s);
        return false;
    }
    if (cells.has(Field::CallingHours)) {
        const auto hours = parseCallingHours(toQString(cells.text(Field::CallingHours)));
        if (!hours) {
            m_tally.rejectCell(cells, Field::CallingHours, u"are not hours of a day"_s,
                               u"write them like 09:00–12:00"_s);
            return false;
        }
        std::tie(c.callFrom, c.callTo) = *hours;
    }
    if (kept(Field::Mark)) {
        const auto mark = parseMark(toQString(cells.text(Field::Mark)));
        if (!mark) {
            m_tally.rejectCell(cells, Field::Mark, u"is not a mark of a contact"_s,
                               u"write bounced, wrong number, wrong person, left, or nothing"_s);
            return false;
        }
        c.defect = *mark;
    }
    std::int32_t verified = c.verifiedOn.days();
    if (!m_read.date(cells, Field::VerifiedOn, verified, false)
        || (cells.has(Field::Billing) && !m_read.flag(cells, Field::Billing, c.billing)))
        return false;
    c.verifiedOn = Date(verified);
    return true;
}

void ContactRows::row(RowCells& cells)
{
    std::string_view externalId;
    if (!m_read.id(cells, Field::CustomerNo, externalId, true))
        return;
    const std::uint32_t slot = m_parties.knownCustomer(externalId);
    if (slot == noRow)
        return m_tally.rejectCell(cells, Field::CustomerNo, u"is not a customer of the book"_s,
                                  u"import the customers first"_s);
    Contact c;
    c.name = toQString(cells.text(Field::Name));
    c.email = toQString(cells.text(Field::Email));
    if (c.name.isEmpty())
        return m_tally.rejectCell(cells, Field::Name, u"is missing"_s, u"every contact needs a name"_s);
    if (const auto address = EmailAddress::parse(c.email, u"email"_s))
        c.email = address->text(); // compared in the form it is kept in
    const ContactMatch match = matchContact(c, slot);
    Contact filled = match.before.value_or(Contact());
    filled.name = c.name;
    if (cells.has(Field::Email))
        filled.email = c.email;
    filled.customer = m_parties.slot(slot).id;
    if (!fillContact(cells, filled, match.before.value_or(Contact())))
        return;
    auto& out = m_tally.staged().changes.of<Contact>();
    if (const auto known = m_contactKeys.find(match.key); known != m_contactKeys.end()) {
        const Contact& other = known->second == noRow ? *match.before : out[known->second].after;
        filled.id = other.id;
        filled.batch = other.batch;
        if (filled == other)
            return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
        return m_tally.rejectCell(cells, Field::Name, u"is given twice for this customer, with other content"_s,
                                  u"keep one row per person"_s);
    }
    if (!match.before)
        filled.id = ContactId(m_ids.next(Table::Contact));
    if (filled.billing) {
        filled.billing = isBillingContact(filled, slot);
        if (filled.billing && m_parties.payerOf(slot) == slot)
            m_billingOfPayer.insert(slot);
    }
    if (match.before && *match.before == filled) {
        m_contactKeys[match.key] = noRow;
        return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
    }
    if (!match.before)
        filled.batch = m_tally.staged().batch.id;
    m_contactKeys[match.key] = std::uint32_t(out.size());
    tellHistory(match.before, filled, slot);
    out.push_back({match.before, filled});
    m_tally.took(m_tally.fileNumber(), match.before ? Took::Changed : Took::Added);
}

// Files name one for each site, but a payer has one: its own goes first, then the first that is named.
bool ContactRows::isBillingContact(const Contact& c, std::uint32_t slot)
{
    const std::uint32_t payer = m_parties.payerOf(slot);
    if (slot != payer && payer < m_book.customers().size())
        for (const std::uint32_t row : m_book.contactsOf(payer))
            if (const Contact& k = m_book.rows<Contact>()[row]; k.billing && !k.mergedInto)
                return false;
    const auto [it, first] = m_billing.emplace(payer, c.id);
    if (first || it->second == c.id)
        return true;
    if (slot != payer || m_billingOfPayer.contains(payer))
        return false;
    it->second = c.id;
    return true;
}

// The payer's people have an address already, or had one.
bool ContactRows::knowsAddress(std::uint32_t slot) const
{
    const std::uint32_t payer = m_parties.payerOf(slot);
    const auto knownAt = [&](std::uint32_t row) {
        if (row >= m_book.customers().size())
            return false;
        const auto contacts = m_book.contactsOf(row);
        const auto events = m_book.rowsOf<ContactEvent>(row);
        return std::any_of(contacts.begin(), contacts.end(),
                           [&](std::uint32_t k) { return !m_book.rows<Contact>()[k].email.isEmpty(); })
               || std::any_of(events.begin(), events.end(),
                              [&](std::uint32_t k) { return m_book.rows<ContactEvent>()[k].field == u"email"; });
    };
    if (knownAt(slot) || knownAt(payer))
        return true;
    if (payer >= m_book.customers().size())
        return false;
    const auto sites = m_book.paidBy(payer);
    return std::any_of(sites.begin(), sites.end(), knownAt);
}

// The lines that others rely on: who vouches for an address, and which number was known before it. The people of the
// first list of a payer need no history.
void ContactRows::tellHistory(const std::optional<Contact>& before, const Contact& after, std::uint32_t slot)
{
    const bool known = knowsAddress(slot);
    const auto tell = [&](ContactEventKind kind, const QString& field, const QString& was, const QString& is) {
        ContactEvent e;
        e.id = ContactEventId(m_ids.next(Table::ContactEvent));
        e.customer = after.customer;
        e.contact = after.id;
        e.kind = kind;
        e.day = m_options.today;
        e.at = m_options.now;
        e.user = m_options.user;
        e.field = field;
        e.before = was;
        e.after = is;
        e.how = u"import"_s;
        e.operation = m_tally.staged().batch.operation;
        m_tally.staged().changes.insert(std::move(e));
    };
    if (!before && known)
        tell(ContactEventKind::Added, {}, {}, after.name);
    const Contact was = before.value_or(Contact());
    if (before && after.verifiedOn != was.verifiedOn)
        tell(ContactEventKind::Verified, {}, was.verifiedOn.toIso(), after.verifiedOn.toIso());
    if (before && after.defect != was.defect)
        tell(after.defect == ContactDefect::Left ? ContactEventKind::Left : ContactEventKind::DefectFound, {},
             defectName(was.defect), defectName(after.defect));
    for (int i = 0; i < contactFieldCount; ++i) {
        const auto f = ContactField(i);
        const QString from = contactFieldText(was, f), to = contactFieldText(after, f);
        if (from == to || (!before && (f != ContactField::Email || !known)))
            continue;
        const bool first = f == ContactField::Email && !known;
        tell(first ? ContactEventKind::Added : ContactEventKind::Changed, contactFieldName(f), from, to);
    }
}

// The billing contact that a file names takes the flag from the one before, and from a site's named further up.
void ContactRows::finish()
{
    auto& out = m_tally.staged().changes.of<Contact>();
    std::unordered_set<std::int64_t> chosen;
    for (const auto& [payer, contact] : m_billing)
        chosen.insert(contact.value);
    for (auto& change : out)
        if (change.after.billing && !m_billing.empty() && !chosen.contains(change.after.id.value)
            && !(change.before && change.before->billing))
            change.after.billing = false;
    std::unordered_map<std::int64_t, std::uint32_t> staged;
    for (std::uint32_t i = 0; i < out.size(); ++i)
        staged[out[i].after.id.value] = i;
    for (std::uint32_t slot = 0; slot < m_book.customers().size() && !m_billing.empty(); ++slot) {
        const auto named = m_billing.find(m_parties.payerOf(slot));
        if (named == m_billing.end())
            continue;
        for (const std::uint32_t row : m_book.contactsOf(slot)) {
            const Contact& k = m_book.rows<Contact>()[row];
            if (k.id == named->second || !k.billing)
                continue;
            if (const auto it = staged.find(k.id.value); it != staged.end()) {
                out[it->second].after.billing = false;
            } else {
                Contact plain = k;
                plain.billing = false;
                out.push_back({k, plain});
            }
        }
    }
}

} // namespace duedesk
