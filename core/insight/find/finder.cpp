#include "core/insight/find/finder.h"

#include "core/base/money.h"
#include "core/base/phonenumber.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype fewestPhoneDigits = 4, fewestTrunkDigits = 6;
constexpr std::size_t customersKept = 500, contactsKept = 200, linesKept = 300;
constexpr int digitsKept = 15; // of an amount

// What an amount is in minor units of each currency; 0 = it cannot be that.
class AmountNeedle {
public:
    explicit AmountNeedle(const std::vector<TypedAmount>& readings)
    {
        for (std::size_t exponent = 0; exponent < m_minor.size(); ++exponent)
            for (const TypedAmount& r : readings)
                if (const std::int64_t minor = minorOf(r, int(exponent)); minor > 0)
                    m_minor[exponent].push_back(minor);
        for (const auto& of : m_minor)
            m_all.insert(m_all.end(), of.begin(), of.end());
        std::sort(m_all.begin(), m_all.end());
    }
    bool any() const { return !m_all.empty(); }
    std::int64_t least() const { return m_all.front(); }
    bool is(std::int64_t minor, std::uint16_t currencyIndex) const
    {
        if (minor < m_all.front() || minor > m_all.back()
            || std::find(m_all.begin(), m_all.end(), minor) == m_all.end())
            return false; // nearly always, and before the currency is looked up
        const Currency c = Currency::fromIndex(currencyIndex);
        const auto& wanted = m_minor[std::size_t(std::clamp(c.exponent(), 0, 4))];
        return std::find(wanted.begin(), wanted.end(), minor) != wanted.end();
    }

private:
    static std::int64_t minorOf(TypedAmount r, int exponent)
    {
        for (; r.decimals > exponent; --r.decimals, r.digits /= 10)
            if (r.digits % 10 != 0)
                return 0;
        for (; r.decimals < exponent; ++r.decimals) {
            if (r.digits > maxRowAmount)
                return 0;
            r.digits *= 10;
        }
        return r.digits;
    }
    std::array<std::vector<std::int64_t>, 5> m_minor; // by the currency's exponent
    std::vector<std::int64_t> m_all;
};

class Search {
public:
    Search(const Book& book, Date d, const QString& text)
        : m_book(book), m_day(d), m_text(text), m_folded(foldForSearch(text)), m_needle(text.toLower().toStdString()),
          m_amount(typedAmounts(text))
    {
        static const QString phoneSigns = u"+()-./ "_s;
        const bool written =
            std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || phoneSigns.contains(c); });
        if (written)
            m_phone = phoneDigits(text);
    }

    std::vector<Found> run(std::size_t limit)
    {
        customers();
        contacts();
        if (m_text.size() >= 2 && std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.isDigit(); })) {
            debits();
            promises();
        }
        if (m_text.size() >= 2)
            credits();
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) {
            return a.rank != b.rank ? a.rank < b.rank : a.day > b.day;
        });
        if (m_found.size() > limit)
            m_found.resize(limit);
        return std::move(m_found);
    }

private:
    void add(Found::Kind kind, Found::By by, std::uint32_t row, std::uint32_t customer, int rank, Date on = {})
    {
        m_found.push_back({kind, by, row, customer, rank, on});
    }

    void customers()
    {
        std::size_t kept = 0;
        m_book.customers().forEach([&](std::uint32_t row, const Customer& c) {
            const bool equal = c.externalId.compare(m_text, Qt::CaseInsensitive) == 0;
            if (!equal && kept >= customersKept)
                return;
            const QString& name = m_book.foldedName(row);
            const int rank = equal                                                  ? 0
                             : name.startsWith(m_folded)                            ? 2
                             : c.externalId.startsWith(m_text, Qt::CaseInsensitive) ? 3
                             : name.contains(m_folded)                              ? 5
                                                                                    : -1;
            if (rank < 0)
                return;
            ++kept;
            add(Found::Kind::Customer, rank == 0 || rank == 3 ? Found::By::Id : Found::By::Name, row, row, rank);
        });
    }

    bool isPhone(const QString& number) const
    {
        if (m_phone.size() < fewestPhoneDigits || number.isEmpty())
            return false;
        const QString known = phoneDigits(number);
        if (known.contains(m_phone))
            return true;
        // One of the two leaves out the country, and writes the 0 that stands for it inside.
        const auto bare = [](const QString& n) { return n.startsWith(u'0') ? n.mid(1) : QString(); };
        const QString typedBare = bare(m_phone), knownBare = bare(known);
        return (typedBare.size() >= fewestPhoneDigits && known.contains(typedBare))
               || (knownBare.size() >= fewestTrunkDigits && m_phone.endsWith(knownBare));
    }

    void contacts()
    {
        std::size_t kept = 0;
        m_book.rows<Contact>().forEach([&](std::uint32_t row, const Contact& c) {
            if (kept >= contactsKept)
                return;
            const QString name = foldForSearch(c.name);
            const bool begins = name.startsWith(m_folded) || name.contains(QString(u' ' + m_folded));
            const bool phone = isPhone(c.phone) || isPhone(c.mobile);
            const bool mail = !phone && c.email.contains(m_text, Qt::CaseInsensitive);
            if (!begins && !phone && !mail && !name.contains(m_folded))
                return;
            const std::uint32_t customer = m_book.customerRow(c.customer);
            if (customer == noRow)
                return;
            ++kept;
            const Found::By by = phone ? Found::By::Phone : mail && !begins ? Found::By::Email : Found::By::Name;
            add(Found::Kind::Contact, by, row, customer, begins || phone || mail ? 4 : 8);
        });
    }

    // What a line's text has to do with what was typed.
    enum Mark : std::uint8_t { None, Amount, InPo, InText, IsPo, IsText };

    void mark(const TextColumn& texts, Mark is, Mark in)
    {
        texts.forEachContaining(m_needle, [&](std::size_t i) {
            m_marks[i] = std::max(m_marks[i], texts[i].size() == m_needle.size() ? is : in);
        });
    }

    void debits()
    {
        std::size_t kept = 0;
        const auto& chunks = m_book.ledger().debitChunks;
        for (std::size_t k = 0; k < chunks.size(); ++k) {
            const DebitChunk& c = *chunks[k];
            m_marks.assign(c.count, None);
            mark(c.number, IsText, InText);
            mark(c.poNumber, IsPo, m_needle.size() >= 4 ? InPo : None);
            for (std::uint32_t i = 0; i < c.count; ++i) {
                if (m_marks[i] < IsPo && m_amount.any() && hasAmount(c, i))
                    m_marks[i] = Amount;
                if (m_marks[i] == None || (m_marks[i] < IsPo && kept >= linesKept))
                    continue;
                ++kept;
                addDebit(c, std::uint32_t(k * DebitChunk::capacity) + i, i, m_marks[i]);
            }
        }
    }

    bool hasAmount(const DebitChunk& c, std::uint32_t i) const
    {
        if (c.amount[i] < m_amount.least() || c.isGone(i))
            return false;
        return m_amount.is(c.amount[i], c.currency[i])
               || (c.settledOn[i] > m_day.days() && m_amount.is(openAt(c, i, m_day.days()), c.currency[i]));
    }

    void addDebit(const DebitChunk& c, std::uint32_t row, std::uint32_t i, Mark m)
    {
        const Found::By by = m == Amount              ? Found::By::Amount
                             : m == InPo || m == IsPo ? Found::By::PoNumber
                                                      : Found::By::Number;
        const int rank = m >= IsPo ? 1 : m == Amount ? 6 : 8;
        // A settled item of an amount stands behind the payments that may have settled it.
        const int behind = openAt(c, i, m_day.days()) > 0 ? 0 : m == Amount ? 3 : 1;
        add(Found::Kind::Debit, by, row, c.customer[i], rank + behind, Date(c.date[i]));
    }

    void credits()
    {
        std::size_t kept = 0;
        const auto& chunks = m_book.ledger().creditChunks;
        for (std::size_t k = 0; k < chunks.size(); ++k) {
            const CreditChunk& c = *chunks[k];
            m_marks.assign(c.count, None);
            mark(c.reference, IsText, InText);
            for (std::uint32_t i = 0; i < c.count; ++i) {
                if (c.isGone(i) || c.customer[i] == noRow) // nobody's account to go to
                    continue;
                if (m_marks[i] < IsText && m_amount.any() && m_amount.is(c.amount[i], c.currency[i]))
                    m_marks[i] = Amount;
                if (m_marks[i] == None || (m_marks[i] < IsText && kept >= linesKept))
                    continue;
                ++kept;
                const bool amount = m_marks[i] == Amount;
                add(Found::Kind::Credit, amount ? Found::By::Amount : Found::By::Reference,
                    std::uint32_t(k * CreditChunk::capacity) + i, c.customer[i],
                    m_marks[i] == IsText ? 1
                    : amount             ? 8
                                         : 9,
                    Date(c.date[i]));
            }
        }
    }

    void promises()
    {
        if (!m_amount.any())
            return;
        m_book.rows<Promise>().forEach([&](std::uint32_t row, const Promise& p) {
            const std::uint32_t customer =
                m_amount.is(p.amount, std::uint16_t(p.currency.index())) ? m_book.customerRow(p.customer) : noRow;
            if (customer != noRow)
                add(Found::Kind::Promise, Found::By::Amount, row, customer, 7, p.madeOn);
        });
    }

    const Book& m_book;
    Date m_day;
    QString m_text, m_folded, m_phone;
    std::string m_needle; // lower case, as TextColumn looks for it
    AmountNeedle m_amount;
    std::vector<Mark> m_marks; // of the chunk in hand
    std::vector<Found> m_found;
};

} // namespace

std::vector<TypedAmount> typedAmounts(const QString& text)
{
    QString t;
    int letters = 0;
    for (const QChar c : text.simplified())
        if (c.isLetter() || c == u'\u20ac' || c == u'$' || c == u'\u00a3')
            ++letters; // a currency in front or behind
        else if (!c.isSpace() && c != u'\'' && c != u'\u2019')
            t += c;
    if (letters > 3 || t.isEmpty() || t.size() > 2 * digitsKept)
        return {};
    QString digits;
    qsizetype last = -1; // the last separator, counted in digits
    QChar lastSign;
    int separators = 0, kinds = 0;
    for (const QChar c : t) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if ((c == u'.' || c == u',') && !digits.isEmpty()) {
            kinds += c != lastSign ? 1 : 0;
            lastSign = c;
            last = digits.size();
            ++separators;
        } else {
            return {};
        }
    }
    if (digits.isEmpty() || digits.size() > digitsKept || kinds > 2)
        return {};
    const std::int64_t all = digits.toLongLong();
    const int behind = last < 0 ? 0 : int(digits.size() - last);
    std::vector<TypedAmount> readings;
    if (behind == 0 || (behind == 3 && kinds < 2)) // no separator, or one that groups
        readings.push_back({all, 0});
    if (behind > 0 && behind <= 4 && (separators == 1 || kinds == 2)) // the last one is the decimal mark
        readings.push_back({all, behind});
    return readings;
}

std::vector<Found> findInBook(const Book& book, Date d, const QString& text, std::size_t limit)
{
    const QString t = text.trimmed();
    return t.isEmpty() ? std::vector<Found>() : Search(book, d, t).run(limit);
}

} // namespace duedesk
