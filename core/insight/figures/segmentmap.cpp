#include "core/insight/figures/segmentmap.h"

#include "core/insight/figures/itemstate.h"

#include <algorithm>
#include <numeric>

namespace duedesk {
namespace {

const QString& noValue()
{
    static const QString text = QStringLiteral("(none)");
    return text;
}

constexpr std::uint32_t statusGroups = 5; // current, past due, promised, disputed, none
constexpr std::uint8_t promisedMark = 2, disputedMark = 3;

// The first eight characters as a number that orders like the text does; equal numbers decide nothing.
std::uint64_t leading(const QString& text)
{
    std::uint64_t key = 0;
    bool open = true;
    for (qsizetype i = 0; i < 8; ++i) {
        std::uint64_t c = 0;
        if (open && i < text.size()) {
            c = std::min<std::uint64_t>(text[i].unicode(), 0xff);
            open = c < 0xff;
        } else {
            open = false;
        }
        key = key << 8 | c;
    }
    return key;
}

} // namespace

SegmentMap::SegmentMap(const Book& book, Segment by, Date d) : m_book(book), m_by(by)
{
    switch (by) {
    case Segment::None: break;
    case Segment::Customer:
    case Segment::Payer:
    case Segment::Parent: byCustomer(); break;
    case Segment::Company: byCompany(); break;
    case Segment::Tier: byText(&Customer::tier); break;
    case Segment::Region: byText(&Customer::region); break;
    case Segment::Industry: byText(&Customer::industry); break;
    case Segment::Size: byText(&Customer::size); break;
    case Segment::Country: byText(&Customer::country); break;
    case Segment::Owner: byText(&Customer::owner); break;
    case Segment::Product: byProduct(); break;
    case Segment::Currency: byCurrency(); break;
    case Segment::Terms: byTerms(); break;
    case Segment::Status: byStatus(d); break;
    }
}

void SegmentMap::byCustomer()
{
    const std::uint32_t n = m_book.customers().size();
    m_source = Source::Customer;
    m_none = n;
    m_size = n + 1;
    m_table.resize(n);
    for (std::uint32_t row = 0; row < n; ++row)
        m_table[row] = m_by == Segment::Payer    ? m_book.payerRow(row)
                       : m_by == Segment::Parent ? m_book.parentRow(row)
                                                 : row;
}

void SegmentMap::byText(QString Customer::* field)
{
    // No text and the text "(none)" are one group.
    const CustomerTexts::Column& column = m_book.customerTexts(field);
    m_source = Source::Customer;
    std::vector<std::uint32_t> groupOf;
    for (const QString& text : column.texts) {
        if (text.isEmpty() || text == noValue()) {
            if (m_none == noRow) {
                m_none = std::uint32_t(m_texts.size());
                m_texts.push_back(noValue());
            }
            groupOf.push_back(m_none);
            continue;
        }
        groupOf.push_back(std::uint32_t(m_texts.size()));
        m_texts.push_back(text);
    }
    if (m_none == noRow) {
        m_none = std::uint32_t(m_texts.size());
        m_texts.push_back(noValue());
    }
    m_size = std::uint32_t(m_texts.size());
    m_table.reserve(column.code.size());
    for (const std::uint32_t code : column.code)
        m_table.push_back(groupOf[code]);
}

void SegmentMap::byCompany()
{
    m_source = Source::Company;
    m_none = 0;
    m_size = m_book.companies().size() + 1;
    m_table.resize(m_size);
    std::iota(m_table.begin(), m_table.end(), 0U);
}

void SegmentMap::byProduct()
{
    m_source = Source::Product;
    m_none = 0;
    m_size = std::uint32_t(m_book.ledger().products.size());
    m_table.resize(m_size);
    std::iota(m_table.begin(), m_table.end(), 0U);
}

void SegmentMap::byCurrency()
{
    m_source = Source::Currency;
    std::uint16_t last = m_book.info().base.index();
    for (const auto& c : m_book.ledger().debitChunks)
        last = std::max(last, *std::max_element(c->currency.begin(), c->currency.begin() + c->count));
    for (const auto& c : m_book.ledger().creditChunks)
        last = std::max(last, *std::max_element(c->currency.begin(), c->currency.begin() + c->count));
    m_size = last + 1U;
    m_none = 0; // index 0 is no currency
    m_table.resize(m_size);
    std::iota(m_table.begin(), m_table.end(), 0U);
}

void SegmentMap::byTerms()
{
    m_source = Source::Terms;
    const Rows<Customer>& customers = m_book.customers();
    std::vector<bool> seen;
    const auto see = [&seen](int days) {
        if (seen.size() <= std::size_t(days))
            seen.resize(std::size_t(days) + 1);
        seen[std::size_t(days)] = true;
    };
    for (std::uint32_t row = 0; row < customers.size(); ++row)
        if (const auto days = customers[row].termsDays; days && *days >= 0 && *days <= 0x7fff)
            see(*days);
    for (const auto& c : m_book.ledger().debitChunks)
        for (const std::int16_t *t = c->terms.data(), *end = t + c->count; t < end; ++t)
            if (*t >= 0 && (std::size_t(*t) >= seen.size() || !seen[std::size_t(*t)]))
                see(*t);
    m_table.assign(seen.size(), 0);
    for (std::size_t days = 0; days < seen.size(); ++days)
        if (seen[days]) {
            m_table[days] = std::uint32_t(m_texts.size());
            m_texts.push_back(QString::number(days));
        }
    m_none = std::uint32_t(m_texts.size());
    m_texts.push_back(noValue());
    m_size = m_none + 1;
    m_second.resize(customers.size());
    for (std::uint32_t row = 0; row < customers.size(); ++row) {
        const auto days = customers[row].termsDays;
        m_second[row] = days && *days >= 0 && *days <= 0x7fff ? m_table[std::size_t(*days)] : m_none;
    }
}

void SegmentMap::byStatus(Date d)
{
    m_source = Source::Status;
    m_size = statusGroups;
    m_none = statusGroups - 1;
    m_day = d.days();
    m_marks.assign(m_book.ledger().debitCount, 0);
    const ItemStates states(m_book, d);
    for (const auto& [row, state] : states.all())
        m_marks[row] = state.disputed > 0 ? disputedMark : state.agreed() > 0 ? promisedMark : 0;
    for (const char* text : {"current", "past due", "promised", "disputed"})
        m_texts.push_back(QString::fromLatin1(text));
    m_texts.push_back(noValue());
}

SegmentKey SegmentMap::key(std::uint32_t group) const
{
    if (m_source == Source::Whole)
        return {};
    if (group == m_none)
        return {noValue(), noValue()};
    switch (m_by) {
    case Segment::Customer:
    case Segment::Payer:
    case Segment::Parent: {
        const Customer& c = m_book.customers()[group];
        return {c.externalId, c.name};
    }
    case Segment::Company: {
        const Company& c = m_book.companies()[group - 1];
        return {c.code, c.name.isEmpty() ? c.code : c.name};
    }
    case Segment::Product: {
        const QString& text = m_book.ledger().products.text(std::uint16_t(group));
        return {text, text};
    }
    case Segment::Currency: {
        const QString code = Currency::fromIndex(std::uint16_t(group)).toString();
        return {code, code};
    }
    default: return {m_texts[group], m_texts[group]};
    }
}

void SegmentMap::sort(std::vector<std::uint32_t>& groups) const
{
    // Terms and currencies are numbered in their order already.
    if (m_source == Source::Whole || m_source == Source::Terms || m_source == Source::Currency) {
        std::sort(groups.begin(), groups.end(), [this](std::uint32_t a, std::uint32_t b) {
            return a == m_none || b == m_none ? b == m_none && a != m_none : a < b;
        });
        return;
    }
    struct Entry {
        std::uint64_t lead;
        std::uint32_t group;
        QString text;
    };
    std::vector<Entry> entries;
    entries.reserve(groups.size());
    bool none = false;
    for (const std::uint32_t g : groups) {
        if (g == m_none) {
            none = true;
            continue;
        }
        QString text = key(g).key;
        const std::uint64_t lead = leading(text);
        entries.push_back({lead, g, std::move(text)});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.lead != b.lead)
            return a.lead < b.lead;
        const int c = a.text.compare(b.text);
        return c != 0 ? c < 0 : a.group < b.group;
    });
    for (std::size_t i = 0; i < entries.size(); ++i)
        groups[i] = entries[i].group;
    if (none)
        groups[entries.size()] = m_none;
}

} // namespace duedesk
