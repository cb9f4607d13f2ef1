#include "ui/shell/bookfinder.h"

#include "core/base/text.h"
#include "ui/models/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

struct Hit {
    int score; // lower is better
    Found found;
};

QString digitsOf(const QString& text)
{
    QString out;
    for (const QChar c : text)
        if (c.isDigit())
            out += c;
    return out;
}

class Search {
public:
    Search(const Book& book, Date d, const QString& text, std::size_t limit)
        : m_book(book), m_day(d), m_text(text.trimmed()), m_folded(foldForSearch(m_text)), m_digits(digitsOf(m_text)),
          m_limit(limit)
    {
    }

    std::vector<Found> run()
    {
        if (m_text.isEmpty())
            return {};
        customers();
        contacts();
        debits();
        std::ranges::stable_sort(m_hits, {}, &Hit::score);
        std::vector<Found> out;
        for (Hit& h : m_hits)
            if (out.size() < m_limit)
                out.push_back(std::move(h.found));
        return out;
    }

private:
    void add(int score, Found f) { m_hits.push_back({score, std::move(f)}); }

    void customers()
    {
        m_book.customers().forEach([&](std::uint32_t row, const Customer& c) {
            int score = -1;
            if (c.externalId.compare(m_text, Qt::CaseInsensitive) == 0)
                score = 0;
            else if (m_book.foldedName(row).startsWith(m_folded))
                score = 2;
            else if (c.externalId.startsWith(m_text, Qt::CaseInsensitive))
                score = 3;
            else if (m_book.foldedName(row).contains(m_folded))
                score = 5;
            if (score < 0 || m_hits.size() > 500)
                return;
            QStringList about{c.externalId};
            if (!c.tier.isEmpty())
                about.append(c.tier);
            if (!c.owner.isEmpty())
                about.append(c.owner);
            add(score, {Found::Kind::Customer, row, row, c.name, about.join(u" \u00b7 "_s)});
        });
    }

    void contacts()
    {
        const bool phone = m_digits.size() >= 4 && m_digits.size() >= m_text.size() / 2;
        m_book.rows<Contact>().forEach([&](std::uint32_t row, const Contact& c) {
            const QString name = foldForSearch(c.name);
            const bool begins = name.startsWith(m_folded) || name.contains(u' ' + m_folded);
            const bool hit = name.contains(m_folded) || c.email.contains(m_text, Qt::CaseInsensitive)
                             || (phone && digitsOf(c.phone).contains(m_digits));
            const std::uint32_t customer = hit ? m_book.customerRow(c.customer) : noRow;
            if (customer == noRow || m_hits.size() > 700)
                return;
            const QString where = phone && !c.phone.isEmpty() ? c.phone : c.email;
            add(begins || !name.contains(m_folded) ? 4 : 8,
                {Found::Kind::Contact, row, customer, c.name.isEmpty() ? c.email : c.name,
                 m_book.customers()[customer].name + (where.isEmpty() ? QString() : u" \u00b7 "_s + where)});
        });
    }

    // Numbers by text; amounts where the text reads as one. One pass over the columns.
    void debits()
    {
        const bool hasDigit = !m_digits.isEmpty();
        if (!hasDigit || m_text.size() < 2)
            return;
        const std::string wanted = m_text.toStdString();
        const auto amount = readAmount(m_text, m_book.info().base);
        std::size_t found = 0;
        const auto& chunks = m_book.ledger().debitChunks;
        for (std::size_t k = 0; k < chunks.size() && found < 300; ++k) {
            const DebitChunk& c = *chunks[k];
            for (std::uint32_t i = 0; i < c.count && found < 300; ++i) {
                const std::string_view number = c.number[i];
                const bool byAmount = amount && *amount > 0 && c.amount[i] == *amount;
                const bool byNumber = number.find(wanted) != std::string_view::npos || c.poNumber[i] == wanted;
                if (!byAmount && !byNumber)
                    continue;
                ++found;
                addDebit(std::uint32_t(k * DebitChunk::capacity) + i, number == wanted ? 1 : byAmount ? 6 : 7);
            }
        }
    }

    void addDebit(std::uint32_t row, int score)
    {
        const DebitView v = viewDebit(m_book.ledger(), row);
        const std::int64_t open = m_book.ledger().open(row, m_day);
        QString about = m_book.customers()[v.customer].name + u" \u00b7 "_s + amountWithUnit(v.amount, v.currency)
                        + (open == 0          ? u", settled"_s
                           : open == v.amount ? u", open"_s
                                              : u", part paid"_s);
        add(open == 0 ? score + 1 : score, {Found::Kind::Debit, row, v.customer, v.number, about});
    }

    const Book& m_book;
    Date m_day;
    QString m_text, m_folded, m_digits;
    std::size_t m_limit;
    std::vector<Hit> m_hits;
};

} // namespace

std::vector<Found> findInBook(const Book& book, Date d, const QString& text, std::size_t limit)
{
    return Search(book, d, text, limit).run();
}

} // namespace duedesk
