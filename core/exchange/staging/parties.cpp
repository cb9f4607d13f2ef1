#include "core/exchange/staging/parties.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr std::size_t mostSpellings = 64; // of one customer in one call: more is a column of something else

std::string bytes(const QString& t) { return t.toStdString(); }

} // namespace

Parties::Parties(const Book& book, const ImportOptions& options, IdSource& ids, StageTally& tally)
    : m_book(book), m_options(options), m_ids(ids), m_tally(tally)
{
    loadCustomers();
    loadCompanies();
}

// Slot = row of the book for the customers it has; new ones follow.
void Parties::loadCustomers()
{
    const Rows<Customer>& all = m_book.customers();
    m_customers.reserve(all.size() + 64);
    std::unordered_map<std::int64_t, std::uint32_t> companyRow;
    for (std::uint32_t row = 0; row < m_book.companies().size(); ++row)
        companyRow[m_book.companies()[row].id.value] = row + 1;
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        const Customer& c = all[row];
        CustomerSlot s;
        s.id = c.id;
        s.currency = c.currency.index();
        s.terms = std::int16_t(c.termsDays.value_or(-1));
        s.payer = m_book.payerRow(row);
        if (const auto it = companyRow.find(c.company.value); it != companyRow.end())
            s.company = it->second;
        m_customers.push_back(s);
        m_customerIds.append(bytes(c.externalId), !c.retractedBy);
    }
}

void Parties::loadCompanies()
{
    m_companies.emplace_back();
    m_companyCodes.append({}, false);
    const Rows<Company>& all = m_book.companies();
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        m_companies.push_back({all[row], all[row], false});
        m_companyCodes.append(bytes(all[row].code), !all[row].retractedBy && !all[row].code.isEmpty());
    }
}

std::uint32_t Parties::companyOf(std::string_view code)
{
    if (code.empty())
        return 0;
    if (const std::uint32_t known = m_companyCodes.find(code); known != noRow)
        return known;
    CompanySlot s;
    s.now.id = CompanyId(m_ids.next(Table::Company));
    s.now.code = toQString(code);
    s.now.name = s.now.code;
    m_companies.push_back(s);
    m_companyCodes.append(code, true);
    return std::uint32_t(m_companies.size() - 1);
}

std::uint32_t Parties::statedCompany()
{
    return m_options.company.isEmpty() ? 0 : companyOf(bytes(m_options.company.trimmed()));
}

// Posted lines number their companies in 16 bits; two places stay for the company that the call states and for none.
bool Parties::roomForCompany(RowCells& cells)
{
    constexpr std::size_t most = 0xfffd;
    const std::string_view code = cells.text(Field::Company);
    if (code.empty() || m_companies.size() < most || m_companyCodes.find(code) != noRow)
        return true;
    m_tally.rejectCell(cells, Field::Company,
                       u"would be company number "_s + QString::number(most) + u" of the book, one too many"_s,
                       u"check that this column holds our own company, and no number of rows or customers"_s);
    return false;
}

// Nobody has hundreds of companies: a column of something else feeds them.
void Parties::tellCompanies()
{
    constexpr std::size_t many = 500;
    const auto fresh = std::size_t(std::count_if(m_companies.begin(), m_companies.end(),
                                                 [](const CompanySlot& c) { return c.used && !c.before; }));
    const std::size_t before = m_book.companies().size();
    if (fresh == 0 || before + fresh < many)
        return;
    for (std::uint16_t f = 0; f < m_tally.report().files.size(); ++f)
        if (const ColumnPlan* p = m_tally.report().files[f].layout.column(Field::Company))
            return m_tally.warn(f, 0,
                                {u"brings "_s + QString::number(fresh) + u" companies, the book has "_s
                                     + QString::number(before) + u": does the column really hold our own company?"_s,
                                 u"leave it out with a map file if it does not"_s,
                                 p->heading,
                                 {}});
}

// The row's, else the one stated for the call, else the customer's, else none.
std::uint32_t Parties::companyFor(RowCells& cells, std::uint32_t customerSlot)
{
    std::uint32_t c = companyOf(cells.text(Field::Company));
    if (c == 0)
        c = statedCompany();
    if (c == 0 && customerSlot != noRow)
        c = m_customers[customerSlot].company;
    return c;
}

std::uint32_t Parties::knownCustomer(std::string_view externalId) const
{
    const std::uint32_t slot = m_customerIds.find(externalId);
    const bool unwanted =
        slot != noRow && m_customers[slot].edit >= 0 && m_customerEdits[std::size_t(m_customers[slot].edit)].unwanted;
    return unwanted ? noRow : slot;
}

std::uint32_t Parties::addCustomer(std::string_view externalId)
{
    const auto slot = std::uint32_t(m_customers.size());
    CustomerSlot s;
    s.id = CustomerId(m_ids.next(Table::Customer));
    s.edit = std::int32_t(m_customerEdits.size());
    s.payer = slot;
    m_customers.push_back(s);
    m_customerIds.append(externalId, true);
    CustomerEdit e;
    e.slot = slot;
    e.now.id = s.id;
    e.now.externalId = toQString(externalId);
    e.now.name = e.now.externalId;
    e.now.batch = m_tally.staged().batch.id;
    e.now.incomplete = true;
    m_customerEdits.push_back(std::move(e));
    return slot;
}

Parties::CustomerEdit& Parties::edit(std::uint32_t slot)
{
    CustomerSlot& s = m_customers[slot];
    if (s.edit < 0) {
        s.edit = std::int32_t(m_customerEdits.size());
        CustomerEdit e;
        e.slot = slot;
        e.now = m_book.customers()[slot];
        m_customerEdits.push_back(std::move(e));
    }
    return m_customerEdits[std::size_t(s.edit)];
}

Parties::CustomerEdit* Parties::edited(std::uint32_t slot)
{
    const std::int32_t e = m_customers[slot].edit;
    return e < 0 ? nullptr : &m_customerEdits[std::size_t(e)];
}

const Customer* Parties::posted(std::uint32_t slot) const
{
    return slot < m_book.customers().size() ? &m_book.customers()[slot] : nullptr;
}

const Customer& Parties::customer(std::uint32_t slot) const
{
    const std::int32_t e = m_customers[slot].edit;
    return e < 0 ? m_book.customers()[slot] : m_customerEdits[std::size_t(e)].now;
}

QString Parties::customerName(std::uint32_t slot) const
{
    return slot == noRow ? u"?"_s : toQString(m_customerIds.text(slot));
}

std::uint32_t Parties::payerOf(std::uint32_t slot) const { return m_customers[slot].payer; }

// Another spelling of a customer's name, from a row that names both: kept, the customer stays one.
void Parties::seenName(std::uint32_t slot, std::string_view name)
{
    if (name.empty())
        return;
    const std::int32_t at = m_customers[slot].edit;
    if (at >= 0) {
        const auto& seen = m_customerEdits[std::size_t(at)].seen;
        if (seen.size() >= mostSpellings || std::find(seen.begin(), seen.end(), name) != seen.end())
            return;
    }
    const Customer& known = customer(slot);
    const QString text = toQString(name).simplified();
    const bool fresh = text != known.name && !known.spellings.contains(text);
    if (at < 0 && !fresh)
        return;
    CustomerEdit& e = edit(slot);
    e.seen.emplace_back(name);
    if (!fresh)
        return;
    if (e.now.incomplete && e.now.name == e.now.externalId)
        e.now.name = text;
    else
        e.now.spellings << text;
}

// Stated for one company, or for all that the call's lines name; lines without company have a record with an empty code.
void Parties::stateCashThrough()
{
    if (!m_options.cashThrough.isValid())
        return;
    if (!m_options.company.isEmpty()) {
        CompanySlot& c = m_companies[statedCompany()];
        c.now.cashThrough = m_options.cashThrough;
        c.used = true;
        return;
    }
    bool any = false;
    for (std::size_t i = 1; i < m_companies.size(); ++i) {
        CompanySlot& c = m_companies[i];
        const bool posted = c.before && i < m_book.ledger().lastPayment.size();
        if (c.now.retractedBy || !(c.used || posted))
            continue;
        c.now.cashThrough = m_options.cashThrough;
        any = true;
    }
    if (!m_linesWithoutCompany && any)
        return;
    for (std::size_t i = 1; i < m_companies.size(); ++i)
        if (CompanySlot& c = m_companies[i]; c.now.code.isEmpty() && !c.now.retractedBy) {
            c.now.cashThrough = m_options.cashThrough;
            return;
        }
    CompanySlot none;
    none.now.id = CompanyId(m_ids.next(Table::Company));
    none.now.name = u"(no company)"_s;
    none.now.cashThrough = m_options.cashThrough;
    none.used = true;
    m_companies.push_back(none);
}

void Parties::emitChanges()
{
    ChangeSet& out = m_tally.staged().changes;
    std::vector<CustomerEdit*> order;
    order.reserve(m_customerEdits.size());
    for (CustomerEdit& e : m_customerEdits)
        order.push_back(&e);
    std::stable_sort(order.begin(), order.end(),
                     [](const CustomerEdit* a, const CustomerEdit* b) { return a->slot < b->slot; });
    out.of<Customer>().reserve(order.size());
    for (CustomerEdit* e : order) {
        if (e->unwanted)
            continue;
        if (const Customer* before = posted(e->slot))
            out.change(*before, std::move(e->now));
        else
            out.insert(std::move(e->now));
    }
    std::vector<CustomerEdit>().swap(m_customerEdits);
    for (std::size_t i = 1; i < m_companies.size(); ++i) {
        const CompanySlot& c = m_companies[i];
        if (c.before)
            out.change(*c.before, c.now);
        else if (c.used)
            out.insert(c.now);
    }
}

} // namespace duedesk
