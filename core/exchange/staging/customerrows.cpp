#include "core/exchange/staging/customerrows.h"

#include "core/base/text.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace duedesk {

bool CustomerRows::fillCustomer(RowCells& cells, Customer& c)
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
        m_tally.rejectCell(cells, Field::Timezone, u"is not a time zone"_s, u"write it like Europe/Berlin"_s);
        return false;
    }
    if (cells.has(Field::Currency)) {
        Currency currencyNow;
        if (!m_read.currency(cells, currencyNow))
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
            m_tally.rejectCell(cells, Field::TermsDays, u"is not a number of days"_s,
                               u"write the days alone, like 30"_s);
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
            m_tally.rejectCell(cells, Field::Status, u"is not a status"_s,
                               u"use active, insolvent, legal, agency, factored, prepaid, intercompany or closed"_s);
            return false;
        }
        c.status = *s;
    }
    const auto day = [&](Field f, Date& into) {
        std::int32_t d = Date().days();
        if (!m_read.date(cells, f, d, false))
            return false;
        if (cells.has(f))
            into = Date(d);
        return true;
    };
    const auto yes = [&](Field f, bool& into) { return !cells.has(f) || m_read.flag(cells, f, into); };
    const auto amount = [&](Field f, std::optional<std::int64_t>& into) {
        if (!cells.has(f))
            return true;
        if (!m_read.money(cells, f, m_book.info().base, into))
            return false;
        if (into.value_or(0) >= 0)
            return true;
        m_tally.rejectCell(cells, f, u"is negative"_s, u"leave the cell empty where there is none"_s);
        return false;
    };
    return day(Field::StatusSince, c.statusSince) && day(Field::RenewalDate, c.renewal)
           && yes(Field::ServiceCritical, c.serviceCritical) && yes(Field::Consumer, c.consumer)
           && amount(Field::CreditLimit, c.creditLimit) && amount(Field::AnnualValue, c.annualValue);
}

void CustomerRows::row(RowCells& cells)
{
    std::string_view externalId, parent, payer;
    if (!m_read.id(cells, Field::CustomerNo, externalId, true) || !m_read.id(cells, Field::ParentId, parent, false)
        || !m_read.id(cells, Field::PayerId, payer, false))
        return;
    const std::string_view name = cells.text(Field::Name);
    if (name.empty())
        return m_tally.rejectCell(cells, Field::Name, u"is missing"_s, u"every customer needs a name"_s);
    std::uint32_t slot = m_parties.find(externalId);
    Customer filled = slot == noRow ? Customer{} : m_parties.customer(slot);
    const Parties::CustomerEdit* before = slot == noRow ? nullptr : m_parties.edited(slot);
    if (!filled.name.isEmpty() && !filled.incomplete && filled.name != toQString(name)
        && !filled.spellings.contains(filled.name))
        filled.spellings << filled.name;
    filled.name = toQString(name);
    filled.spellings.removeAll(filled.name);
    filled.incomplete = false;
    if (!fillCustomer(cells, filled) || !m_parties.roomForCompany(cells))
        return;
    const std::string_view companyCode = cells.text(Field::Company);
    std::uint32_t company = m_parties.companyOf(companyCode);
    if (company == 0)
        company = m_parties.statedCompany();
    if (company != 0 || cells.has(Field::Company))
        filled.company = m_parties.companyId(company);
    else if (slot != noRow)
        company = m_parties.slot(slot).company;
    if (before && before->listed) { // the same customer twice: alike is one, different is a contradiction
        Customer same = filled;
        same.spellings = before->now.spellings;
        if (same == before->now && before->parentId == toQString(parent) && before->payerId == toQString(payer))
            return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
        return m_tally.rejectCell(cells, Field::CustomerNo,
                                  u"is given twice; row "_s + QString::number(before->line) + u" says otherwise"_s,
                                  u"keep one row per customer"_s);
    }
    if (slot == noRow)
        slot = m_parties.addCustomer(externalId);
    Parties::CustomerEdit& e = m_parties.edit(slot);
    filled.id = e.now.id;
    filled.externalId = e.now.externalId;
    filled.batch = e.now.batch;
    e.now = std::move(filled);
    e.listed = true;
    e.file = m_tally.fileNumber();
    e.line = cells.row().line;
    e.parentId = toQString(parent);
    e.payerId = toQString(payer);
    if (cells.has(Field::ParentId) && parent.empty())
        e.now.parent = {};
    if (cells.has(Field::PayerId) && payer.empty())
        e.now.payer = {};
    m_parties.used(company);
    Parties::CustomerSlot& s = m_parties.slot(slot);
    s.company = company;
    s.currency = e.now.currency.index();
    s.terms = std::int16_t(e.now.termsDays.value_or(-1));
    m_parties.linksOpened();
}

} // namespace duedesk
