// Customers and companies: those of the book, then those of this call.
#include "core/exchange/stager.h"

#include "core/base/text.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t mostSpellings = 64; // of one customer in one call: more is a column of something else

std::string bytes(const QString& t) { return t.toStdString(); }

} // namespace

// Slot = row of the book for the customers it has; new ones follow.
void Stager::loadCustomers()
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

void Stager::loadCompanies()
{
    m_companies.emplace_back();
    m_companyCodes.append({}, false);
    const Rows<Company>& all = m_book.companies();
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        m_companies.push_back({all[row], all[row], false});
        m_companyCodes.append(bytes(all[row].code), !all[row].retractedBy && !all[row].code.isEmpty());
    }
}

std::uint32_t Stager::companyOf(std::string_view code)
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

// Posted lines number their companies in 16 bits; two places stay for the company that the call states and for none.
bool Stager::roomForCompany(RowCells& cells)
{
    constexpr std::size_t most = 0xfffd;
    const std::string_view code = cells.text(Field::Company);
    if (code.empty() || m_companies.size() < most || m_companyCodes.find(code) != noRow)
        return true;
    rejectCell(cells, Field::Company,
               u"would be company number "_s + QString::number(most) + u" of the book, one too many"_s,
               u"check that this column holds our own company, and no number of rows or customers"_s);
    return false;
}

// Nobody has hundreds of companies: a column of something else feeds them.
void Stager::tellCompanies()
{
    constexpr std::size_t many = 500;
    const auto fresh = std::size_t(std::count_if(m_companies.begin(), m_companies.end(),
                                                 [](const CompanySlot& c) { return c.used && !c.before; }));
    const std::size_t before = m_book.companies().size();
    if (fresh == 0 || before + fresh < many)
        return;
    for (std::uint16_t f = 0; f < m_report.files.size(); ++f)
        if (const ColumnPlan* p = m_report.files[f].layout.column(Field::Company))
            return warn(f, 0,
                        {u"brings "_s + QString::number(fresh) + u" companies, the book has "_s
                             + QString::number(before) + u": does the column really hold our own company?"_s,
                         u"leave it out with a map file if it does not"_s,
                         p->heading,
                         {}});
}

// The row's, else the one stated for the call, else the customer's, else none.
std::uint32_t Stager::companyFor(RowCells& cells, std::uint32_t customerSlot)
{
    std::uint32_t c = companyOf(cells.text(Field::Company));
    if (c == 0 && !m_options.company.isEmpty())
        c = companyOf(bytes(m_options.company.trimmed()));
    if (c == 0 && customerSlot != noRow)
        c = m_customers[customerSlot].company;
    return c;
}

std::uint32_t Stager::knownCustomer(std::string_view externalId) const
{
    const std::uint32_t slot = m_customerIds.find(externalId);
    const bool unwanted =
        slot != noRow && m_customers[slot].edit >= 0 && m_customerEdits[std::size_t(m_customers[slot].edit)].unwanted;
    return unwanted ? noRow : slot;
}

std::uint32_t Stager::addCustomer(std::string_view externalId)
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
    e.now.batch = m_report.staged.batch.id;
    e.now.incomplete = true;
    m_customerEdits.push_back(std::move(e));
    return slot;
}

Stager::CustomerEdit& Stager::edit(std::uint32_t slot)
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

const Customer* Stager::posted(std::uint32_t slot) const
{
    return slot < m_book.customers().size() ? &m_book.customers()[slot] : nullptr;
}

const Customer& Stager::customer(std::uint32_t slot) const
{
    const std::int32_t e = m_customers[slot].edit;
    return e < 0 ? m_book.customers()[slot] : m_customerEdits[std::size_t(e)].now;
}

QString Stager::customerName(std::uint32_t slot) const
{
    return slot == noRow ? u"?"_s : toQString(m_customerIds.text(slot));
}

std::uint32_t Stager::payerOf(std::uint32_t slot) const { return m_customers[slot].payer; }

// Another spelling of a customer's name, from a row that names both: kept, the customer stays one.
void Stager::seenName(std::uint32_t slot, std::string_view name)
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

bool Stager::fillCustomer(RowCells& cells, Customer& c)
{
    const auto text = [&](Field f, QString& into) {
        if (cells.has(f))
            into = toQString(cells.text(f));
    };
    text(Field::Tier, c.tier);
    text(Field::Region, c.region);
    text(Field::Industry, c.industry);
    text(Field::Size, c.size);
    text(Field::Country, c.country);
    text(Field::RiskClass, c.riskClass);
    text(Field::Owner, c.owner);
    text(Field::CsOwner, c.csOwner);
    text(Field::SalesOwner, c.salesOwner);
    text(Field::PaymentMethod, c.paymentMethod);
    text(Field::Timezone, c.zone);
    text(Field::Language, c.language);
    if (!c.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(c.zone.toLatin1())) {
        rejectCell(cells, Field::Timezone, u"is not a time zone"_s, u"write it like Europe/Berlin"_s);
        return false;
    }
    if (cells.has(Field::Currency)) {
        Currency currencyNow;
        if (!currency(cells, currencyNow))
            return false;
        c.currency = currencyNow;
    }
    if (cells.has(Field::TermsDays)) {
        QString t = toQString(cells.text(Field::TermsDays));
        c.termsDays.reset();
        c.termsText.clear();
        bool ok = false;
        const QString bare = t.toLower().remove(u"net"_s).remove(u"days"_s).trimmed();
        const int n = bare.toInt(&ok);
        if (ok && (n < 0 || n > 9999)) {
            rejectCell(cells, Field::TermsDays, u"is not a number of days"_s, u"write the days alone, like 30"_s);
            return false;
        }
        if (ok)
            c.termsDays = n;
        else
            c.termsText = t; // odd terms are kept as they are written
    }
    if (cells.has(Field::Status)) {
        const QString t = toQString(cells.text(Field::Status));
        const auto s = t.isEmpty() ? CustomerStatus::Active : parseCustomerStatus(t);
        if (!s) {
            rejectCell(cells, Field::Status, u"is not a status"_s,
                       u"use active, insolvent, legal, agency, factored, prepaid, intercompany or closed"_s);
            return false;
        }
        c.status = *s;
    }
    const auto day = [&](Field f, Date& into) {
        std::int32_t d = Date().days();
        if (!date(cells, f, d, false))
            return false;
        if (cells.has(f))
            into = Date(d);
        return true;
    };
    const auto yes = [&](Field f, bool& into) { return !cells.has(f) || flag(cells, f, into); };
    const auto amount = [&](Field f, std::optional<std::int64_t>& into) {
        if (!cells.has(f))
            return true;
        if (!money(cells, f, m_book.info().base, into))
            return false;
        if (into.value_or(0) >= 0)
            return true;
        rejectCell(cells, f, u"is negative"_s, u"leave the cell empty where there is none"_s);
        return false;
    };
    return day(Field::StatusSince, c.statusSince) && day(Field::RenewalDate, c.renewal)
           && yes(Field::ServiceCritical, c.serviceCritical) && yes(Field::Consumer, c.consumer)
           && amount(Field::CreditLimit, c.creditLimit) && amount(Field::AnnualValue, c.annualValue);
}

void Stager::customerRow(RowCells& cells)
{
    std::string_view externalId, parent, payer;
    if (!id(cells, Field::CustomerNo, externalId, true) || !id(cells, Field::ParentId, parent, false)
        || !id(cells, Field::PayerId, payer, false))
        return;
    const std::string_view name = cells.text(Field::Name);
    if (name.empty())
        return rejectCell(cells, Field::Name, u"is missing"_s, u"every customer needs a name"_s);
    std::uint32_t slot = m_customerIds.find(externalId);
    Customer filled = slot == noRow ? Customer{} : customer(slot);
    const bool listedBefore =
        slot != noRow && m_customers[slot].edit >= 0 && m_customerEdits[std::size_t(m_customers[slot].edit)].listed;
    if (!filled.name.isEmpty() && !filled.incomplete && filled.name != toQString(name)
        && !filled.spellings.contains(filled.name))
        filled.spellings << filled.name;
    filled.name = toQString(name);
    filled.spellings.removeAll(filled.name);
    filled.incomplete = false;
    if (!fillCustomer(cells, filled) || !roomForCompany(cells))
        return;
    const std::string_view companyCode = cells.text(Field::Company);
    std::uint32_t company = companyOf(companyCode);
    if (company == 0 && !m_options.company.isEmpty())
        company = companyOf(bytes(m_options.company.trimmed()));
    if (company != 0 || cells.has(Field::Company))
        filled.company = company == 0 ? CompanyId() : m_companies[company].now.id;
    else if (slot != noRow)
        company = m_customers[slot].company;
    if (listedBefore) { // the same customer twice: alike is one, different is a contradiction
        CustomerEdit& e = m_customerEdits[std::size_t(m_customers[slot].edit)];
        Customer same = filled;
        same.spellings = e.now.spellings;
        if (same == e.now && e.parentId == toQString(parent) && e.payerId == toQString(payer))
            return took(fileNumber(), Took::Unchanged);
        return rejectCell(cells, Field::CustomerNo,
                          u"is given twice; row "_s + QString::number(e.line) + u" says otherwise"_s,
                          u"keep one row per customer"_s);
    }
    if (slot == noRow)
        slot = addCustomer(externalId);
    CustomerEdit& e = edit(slot);
    filled.id = e.now.id;
    filled.externalId = e.now.externalId;
    filled.batch = e.now.batch;
    e.now = std::move(filled);
    e.listed = true;
    e.file = fileNumber();
    e.line = cells.row().line;
    e.parentId = toQString(parent);
    e.payerId = toQString(payer);
    if (cells.has(Field::ParentId) && parent.empty())
        e.now.parent = {};
    if (cells.has(Field::PayerId) && payer.empty())
        e.now.payer = {};
    m_companies[company].used = true;
    CustomerSlot& s = m_customers[slot];
    s.company = company;
    s.currency = e.now.currency.index();
    s.terms = std::int16_t(e.now.termsDays.value_or(-1));
    m_linksOpen = true;
}

void Stager::emitCustomers()
{
    ChangeSet& out = m_report.staged.changes;
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
