#include "core/insight/people/contacthealth.h"

#include "core/base/emailaddress.h"
#include "core/base/phonenumber.h"
#include "core/base/text.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/figures/openscan.h"
#include "core/insight/people/contactguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using I = ContactIssue;
constexpr qsizetype shortestNumber = 5; // digits: below it is an extension

constexpr std::array<const char*, contactIssueCount> names = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "no contact"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "no billing contact"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "bounced"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "wrong number"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "left"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "wrong person"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "address not confirmed"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "wrong role"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "shared inbox only"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "single contact"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "duplicate"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "not verified"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "no time zone"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "no owner")};

constexpr std::uint32_t bit(I i) { return 1U << unsigned(i); }

// "ann" and "ann lee": one name begins with the words of the other.
bool beginsAlike(const QString& a, const QString& b)
{
    const QString &s = a.size() < b.size() ? a : b, &l = a.size() < b.size() ? b : a;
    return !s.isEmpty() && l.startsWith(s) && (l.size() == s.size() || l[s.size()] == u' ');
}

bool sameNumber(const Contact& a, const Contact& b)
{
    for (const QString* x : {&a.phone, &a.mobile})
        for (const QString* y : {&b.phone, &b.mobile})
            if (const QString d = phoneDigits(*x); d.size() >= shortestNumber && d == phoneDigits(*y))
                return true;
    return false;
}

// The people of one payer while its lines are made.
struct Group {
    std::vector<std::uint32_t> contacts; // rows, without those merged away
    std::uint32_t billing = noRow;
    int reachable = 0, people = 0;       // usable contacts; of them persons
};

class Health {
public:
    Health(const Book& book, Date d, Instant now)
        : m_book(book), m_day(d), m_now(now), m_policy(book.policyAt(d)), m_contacts(book.rows<Contact>())
    {
        m_out.day = d;
    }
    ContactHealth make();

private:
    void sumPastDue();
    bool contacted(std::uint32_t payer) const;
    Group groupOf(std::uint32_t payer) const;
    void addPayer(std::uint32_t payer);
    std::uint32_t issuesOf(const Contact& c, const Group& g, std::uint32_t payer) const;
    std::uint32_t issuesOfPayer(std::uint32_t row, const Group& g, std::uint32_t payer) const;
    std::uint32_t earlierTwin(std::uint32_t at, const Group& g) const;
    bool goodBilling(const Group& g) const;
    bool isBig(std::uint32_t payer) const { return m_pastDue[payer] >= m_bigFrom; }

    const Book& m_book;
    Date m_day;
    Instant m_now;
    const Policy& m_policy;
    const Rows<Contact>& m_contacts;
    std::vector<std::int64_t> m_pastDue; // by payer row
    std::vector<bool> m_open;
    std::int64_t m_bigFrom = 0;
    ContactHealth m_out;
};

void Health::sumPastDue()
{
    m_pastDue.assign(m_book.customers().size(), 0);
    m_open.assign(m_book.customers().size(), false);
    const RatesAt rates = m_book.ratesAt(m_day);
    MissingCounts missing;
    forEachOpen(m_book.ledger(), m_day, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t, std::int64_t open) {
        const std::uint32_t payer = m_book.payerRow(c.customer[i]);
        m_open[payer] = true;
        if (c.due[i] >= m_day.days() || !contacted(payer))
            return;
        if (rates.has(c.currency[i]))
            addChecked(m_pastDue[payer], rates.convert(open, c.currency[i]));
        else
            missing.count(c.currency[i]);
    });
    m_out.missing = missing.list();
    // Big: the first tenth of those with past-due money.
    std::vector<std::int64_t> late;
    for (const std::int64_t v : m_pastDue)
        if (v > 0)
            late.push_back(v);
    std::sort(late.begin(), late.end(), std::greater<>());
    m_bigFrom = late.empty() ? std::numeric_limits<std::int64_t>::max() : late[(late.size() + 9) / 10 - 1];
}

bool Health::contacted(std::uint32_t payer) const
{
    return !m_book.customers()[payer].retractedBy && noContactReason(m_book, payer, m_day).isEmpty();
}

Group Health::groupOf(std::uint32_t payer) const
{
    Group g;
    forEachMember(m_book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : m_book.contactsOf(site)) {
            const Contact& c = m_contacts[row];
            if (c.mergedInto)
                continue;
            g.contacts.push_back(row);
            if (c.billing)
                g.billing = row;
            g.reachable += isUsable(c);
            g.people += isUsable(c) && c.role != ContactRole::SharedInbox;
        }
    });
    return g;
}

bool Health::goodBilling(const Group& g) const
{
    if (g.billing == noRow)
        return false;
    const Contact& c = m_contacts[g.billing];
    return c.defect == ContactDefect::None && isVerified(c, m_policy, m_day)
           && EmailAddress::parse(c.email, u"email"_s).has_value() && !addressHold(m_book, c, m_now);
}

std::uint32_t Health::issuesOf(const Contact& c, const Group& g, std::uint32_t payer) const
{
    // Who has left or was wrong from the start asks for nothing more once others can be reached.
    const bool gone = c.defect == ContactDefect::Left || c.defect == ContactDefect::WrongPerson;
    if (gone) {
        const std::uint32_t issue = bit(c.defect == ContactDefect::Left ? I::Left : I::WrongPerson);
        return c.billing || g.reachable == 0 ? issue : 0;
    }
    const Customer& owner = m_book.customers()[payer];
    std::uint32_t out = 0;
    if (c.defect == ContactDefect::Bounced)
        out |= bit(I::Bounced);
    if (c.defect == ContactDefect::WrongNumber)
        out |= bit(I::WrongNumber);
    if (!c.email.isEmpty() && addressHold(m_book, c, m_now))
        out |= bit(I::AddressHeld);
    if (c.billing && (c.role == ContactRole::Other || c.role == ContactRole::Sponsor))
        out |= bit(I::WrongRole);
    if (!isVerified(c, m_policy, m_day))
        out |= bit(I::NotVerified);
    if (callZones(m_book, &c, payer).size() != 1)
        out |= bit(I::NoZone);
    if (c.billing && owner.billingOwner.isEmpty() && owner.owner.isEmpty())
        out |= bit(I::NoOwner);
    return out;
}

// What the payer as a whole lacks is said at the contact that is nearest to mending it.
std::uint32_t Health::issuesOfPayer(std::uint32_t row, const Group& g, std::uint32_t payer) const
{
    std::uint32_t out = 0;
    const Contact& c = m_contacts[row];
    if (!isUsable(c))
        return out;
    if (g.people == 0)
        out |= bit(I::InboxOnly);
    if (g.people == 1 && c.role != ContactRole::SharedInbox && isBig(payer))
        out |= bit(I::SingleContact);
    return out;
}

std::uint32_t Health::earlierTwin(std::uint32_t at, const Group& g) const
{
    for (const std::uint32_t other : g.contacts)
        if (other < g.contacts[at] && isSamePerson(m_contacts[other], m_contacts[g.contacts[at]]))
            return other;
    return noRow;
}

void Health::addPayer(std::uint32_t payer)
{
    const Group g = groupOf(payer);
    const std::int64_t late = m_pastDue[payer];
    m_out.pastDue += late;
    if (goodBilling(g))
        m_out.verified += late;
    if (g.contacts.empty()) {
        if (m_open[payer])
            m_out.lines.push_back({payer, noRow, noRow, bit(I::NoContact), late});
        return;
    }
    const LocalTimes times(0);
    const std::uint32_t first = bestContact(m_book, payer, ContactRole::ApClerk, m_day, times);
    const std::uint32_t nearest = first == noRow ? g.contacts.front() : first;
    std::vector<ContactLine> lines;
    for (std::uint32_t at = 0; at < g.contacts.size(); ++at) {
        ContactLine line{payer, g.contacts[at], earlierTwin(at, g), 0, late};
        line.issues = issuesOf(m_contacts[line.contact], g, payer) | issuesOfPayer(line.contact, g, payer);
        if (line.duplicateOf != noRow)
            line.issues |= bit(I::Duplicate);
        if (g.billing == noRow && line.contact == nearest)
            line.issues |= bit(I::NoBilling);
        lines.push_back(line);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ContactLine& a, const ContactLine& b) {
        const int x = a.issues == 0 ? contactIssueCount : std::countr_zero(a.issues);
        const int y = b.issues == 0 ? contactIssueCount : std::countr_zero(b.issues);
        return x < y;
    });
    m_out.lines.insert(m_out.lines.end(), lines.begin(), lines.end());
}

ContactHealth Health::make()
{
    sumPastDue();
    std::vector<std::uint32_t> payers;
    m_book.customers().forEach([&](std::uint32_t row, const Customer&) {
        if (m_book.payerRow(row) == row && contacted(row))
            payers.push_back(row);
    });
    std::sort(payers.begin(), payers.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_pastDue[a] != m_pastDue[b] ? m_pastDue[a] > m_pastDue[b]
                                            : m_book.customers()[a].externalId < m_book.customers()[b].externalId;
    });
    for (const std::uint32_t payer : payers)
        addPayer(payer);
    m_out.share = m_out.pastDue > 0 ? Ratio::of(Int128(m_out.verified) * 100, m_out.pastDue)
                                    : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing is past due"));
    return std::move(m_out);
}

} // namespace

QString contactIssueName(ContactIssue i) { return QString::fromLatin1(names[std::size_t(i)]); }
Words wordsOf(ContactIssue i) { return Lang::words(names[std::size_t(i)]); }

std::vector<ContactIssue> ContactLine::list() const
{
    std::vector<ContactIssue> out;
    for (int i = 0; i < contactIssueCount; ++i)
        if (has(I(i)))
            out.push_back(I(i));
    return out;
}

bool isSamePerson(const Contact& a, const Contact& b)
{
    if (!a.email.isEmpty() && a.email.compare(b.email, Qt::CaseInsensitive) == 0)
        return true;
    if (a.role == ContactRole::SharedInbox || b.role == ContactRole::SharedInbox)
        return false;
    const QString x = foldForSearch(a.name), y = foldForSearch(b.name);
    return x == y || (beginsAlike(x, y) && sameNumber(a, b));
}

ContactHealth contactHealth(const Book& book, Date d, Instant now) { return Health(book, d, now).make(); }

} // namespace duedesk
