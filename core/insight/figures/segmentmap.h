// Where each line of the book stands in a cut: one group number per line, its key in words when shown.
// Made once per question, then asked per line in hot loops.
#pragma once
#include "core/insight/figures/segment.h"

#include <vector>

namespace duedesk {

class SegmentMap {
public:
    // `d` is the day that decides the status of an item; other segments are today's attributes.
    SegmentMap(const Book& book, Segment by, Date d);

    std::uint32_t size() const { return m_size; } // groups are 0 .. size - 1
    // The group of debit row `row`, which stands at c[i].
    std::uint32_t ofDebit(const DebitChunk& c, std::uint32_t i, std::uint32_t row) const
    {
        switch (m_source) {
        case Source::Whole: return 0;
        case Source::Customer: return m_table[c.customer[i]];
        case Source::Company: return m_table[c.company[i]];
        case Source::Product: return m_table[c.product[i]];
        case Source::Currency: return m_table[c.currency[i]];
        case Source::Terms: return c.terms[i] >= 0 ? m_table[std::size_t(c.terms[i])] : m_second[c.customer[i]];
        case Source::Status: return statusOf(c, i, row);
        }
        return 0;
    }
    // Credits have no product line, terms or status: those stand under "(none)".
    std::uint32_t ofCredit(const CreditChunk& c, std::uint32_t i) const
    {
        switch (m_source) {
        case Source::Whole: return 0;
        case Source::Customer: return c.customer[i] < m_table.size() ? m_table[c.customer[i]] : m_none;
        case Source::Company: return m_table[c.company[i]];
        case Source::Currency: return m_table[c.currency[i]];
        case Source::Product:
        case Source::Terms:
        case Source::Status: break;
        }
        return m_none;
    }
    SegmentKey key(std::uint32_t group) const;
    // Puts groups in the order they are shown: by key (terms by days), "(none)" last.
    void sort(std::vector<std::uint32_t>& groups) const;

private:
    enum class Source : std::uint8_t { Whole, Customer, Company, Product, Currency, Terms, Status };
    void byCustomer();
    void byText(QString Customer::* field);
    void byCompany();
    void byProduct();
    void byCurrency();
    void byTerms();
    void byStatus(Date d);
    std::uint32_t statusOf(const DebitChunk& c, std::uint32_t i, std::uint32_t row) const
    {
        const std::uint8_t mark = m_marks[row];
        return mark != 0 ? mark : std::uint32_t(c.due[i] < m_day);
    }

    const Book& m_book;
    Segment m_by;
    Source m_source = Source::Whole;
    std::uint32_t m_size = 1;
    std::uint32_t m_none = noRow;        // group of lines without a value
    std::int32_t m_day = 0;
    std::vector<std::uint32_t> m_table;  // attribute -> group
    std::vector<std::uint32_t> m_second; // Terms: customer row -> group
    std::vector<std::uint8_t> m_marks;   // Status: per debit row, 0 = by due date
    std::vector<QString> m_texts;        // key of a group, where it is a text of its own
};

} // namespace duedesk
