#include "tests/support/bookmaker.h"

#include <stdexcept>

namespace duedesk {
namespace {

QString text(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }

[[noreturn]] void wrong(const char* what, std::string_view value)
{
    throw std::invalid_argument(std::string(what) + ": '" + std::string(value) + "'");
}

Currency currencyOf(std::string_view code)
{
    const auto c = Currency::parse(code);
    if (!c)
        wrong("no currency", code);
    return *c;
}

} // namespace

Date day(std::string_view iso)
{
    const auto d = Date::fromIso(iso);
    if (!d)
        wrong("no date", iso);
    return *d;
}

BookMaker::BookMaker(std::string_view base, const QString& zone)
{
    m_info.name = QStringLiteral("Test book");
    m_info.base = currencyOf(base);
    m_info.zone = zone;
    m_info.uuid = QStringLiteral("00000000-0000-4000-8000-000000000001");
}

Money BookMaker::money(std::string_view amount) const
{
    const auto blank = amount.find(' ');
    const Currency c = blank == std::string_view::npos ? m_info.base : currencyOf(amount.substr(blank + 1));
    const auto m = parsePlainMoney(text(amount.substr(0, blank)), c);
    if (!m)
        wrong("no amount", amount);
    return *m;
}

Customer& BookMaker::customer(const QString& externalId)
{
    auto& list = std::get<std::deque<Customer>>(m_records);
    if (const auto it = m_customerRows.constFind(externalId); it != m_customerRows.constEnd())
        return list[*it];
    m_customerRows.insert(externalId, std::uint32_t(list.size()));
    Customer c;
    c.externalId = externalId;
    c.name = QStringLiteral("Customer ") + externalId;
    return add(std::move(c));
}

Company& BookMaker::company(const QString& code)
{
    auto& list = std::get<std::deque<Company>>(m_records);
    if (const auto it = m_companyRows.constFind(code); it != m_companyRows.constEnd())
        return list[*it];
    m_companyRows.insert(code, std::uint32_t(list.size()));
    Company c;
    c.code = code;
    c.name = QStringLiteral("Company ") + code;
    return add(std::move(c));
}

Rate& BookMaker::rate(std::string_view currency, std::string_view validFrom, std::string_view value)
{
    Rate r;
    r.currency = currencyOf(currency);
    r.validFrom = day(validFrom);
    const auto parsed = DecimalRate::parse(text(value));
    if (!parsed)
        wrong("no rate", value);
    r.rate = *parsed;
    return add(std::move(r));
}

Holiday& BookMaker::holiday(std::string_view date, const QString& calendar)
{
    Holiday h;
    h.date = day(date);
    h.calendar = calendar;
    return add(std::move(h));
}

Promise& BookMaker::promise(std::string_view payer, std::string_view amount, std::string_view madeOn,
                            std::string_view promisedFor)
{
    Promise p;
    p.customer = customer(payer).id;
    const Money m = money(amount);
    p.currency = m.currency;
    p.amount = m.minor;
    p.madeOn = p.enteredOn = day(madeOn);
    p.promisedFor = day(promisedFor);
    return add(std::move(p));
}

Dispute& BookMaker::dispute(const DebitSpec& debit, std::string_view openedOn, std::string_view resolvedOn)
{
    Dispute d;
    d.debit = debit;
    d.customer = customer(debit.customer).id;
    d.openedOn = day(openedOn);
    if (!resolvedOn.empty())
        d.resolvedOn = day(resolvedOn);
    return add(std::move(d));
}

BookMaker::DebitSpec& BookMaker::debit(DebitKind kind, std::string_view payer, std::string_view amount,
                                       std::string_view date, std::string_view due)
{
    customer(payer);
    const Money m = money(amount);
    DebitSpec d;
    d.row.id = m_ids.next(Table::Debit);
    d.row.kind = kind;
    d.row.amount = m.minor;
    d.row.currency = m.currency.index();
    d.row.date = day(date).days();
    d.dueGiven = !due.empty();
    d.row.due = d.dueGiven ? day(due).days() : 0;
    d.customer = text(payer);
    d.number = "INV-" + std::to_string(d.row.id);
    m_debits.push_back(std::move(d));
    return m_debits.back();
}

BookMaker::DebitSpec& BookMaker::invoice(std::string_view payer, std::string_view amount, std::string_view date,
                                         std::string_view due)
{
    return debit(DebitKind::Invoice, payer, amount, date, due);
}

BookMaker::CreditSpec& BookMaker::credit(CreditKind kind, std::string_view payer, std::string_view amount,
                                         std::string_view date)
{
    customer(payer);
    const Money m = money(amount);
    CreditSpec c;
    c.row.id = m_ids.next(Table::Credit);
    c.row.kind = kind;
    c.row.amount = m.minor;
    c.row.currency = m.currency.index();
    c.row.date = day(date).days();
    c.customer = text(payer);
    c.reference = "CR-" + std::to_string(c.row.id);
    m_credits.push_back(std::move(c));
    return m_credits.back();
}

void BookMaker::allocate(const CreditSpec& credit, DebitSpec& debit, std::string_view amount, std::string_view date)
{
    debit.settlements.push_back({credit.row.id, date.empty() ? credit.row.date : day(date).days(), money(amount).minor,
                                 m_ids.next(Table::Allocation)});
}

BookMaker::CreditSpec& BookMaker::pay(DebitSpec& debit, std::string_view amount, std::string_view date)
{
    CreditSpec& c = payment(debit.customer.toStdString(), amount, date);
    c.company = debit.company;
    allocate(c, debit, amount);
    return c;
}

void BookMaker::writeOff(DebitSpec& debit, std::string_view amount, std::string_view date)
{
    debit.settlements.push_back({0, day(date).days(), money(amount).minor, m_ids.next(Table::WriteOff)});
}

void BookMaker::reverse(const CreditSpec& payment, std::string_view date)
{
    CreditSpec r = payment;
    r.row.id = m_ids.next(Table::Credit);
    r.row.kind = CreditKind::Reversal;
    r.row.date = day(date).days();
    r.row.reverses = payment.row.id;
    m_credits.push_back(std::move(r));
}

Date BookMaker::deriveDue(const DebitSpec& d, DueSource& source) const
{
    const Date date(d.row.date);
    const Customer& c = std::get<std::deque<Customer>>(m_records)[m_customerRows[d.customer]];
    if (d.row.terms >= 0) {
        source = DueSource::RowTerms;
        return date + d.row.terms;
    }
    if (c.termsDays) {
        source = DueSource::CustomerTerms;
        return date + *c.termsDays;
    }
    source = DueSource::PolicyDefault;
    const auto& policies = std::get<std::deque<Policy>>(m_records);
    return date + (policies.empty() ? Policy{}.defaultTermsDays : policies.back().defaultTermsDays);
}

Result<std::shared_ptr<const Ledger>> BookMaker::ledger() const
{
    const auto companyNumber = [this](const QString& code) {
        return code.isEmpty() ? noCompany : std::uint16_t(m_companyRows.value(code) + 1);
    };
    LedgerBuilder b(std::uint32_t(std::get<std::deque<Customer>>(m_records).size()));
    for (const CreditSpec& spec : m_credits) {
        CreditRow c = spec.row;
        c.customer = spec.customer.isEmpty() ? noRow : m_customerRows[spec.customer];
        c.company = companyNumber(spec.company);
        c.reference = spec.reference;
        b.addCredit(c);
    }
    for (const DebitSpec& spec : m_debits) {
        DebitRow d = spec.row;
        d.customer = m_customerRows[spec.customer];
        d.company = companyNumber(spec.company);
        d.product = b.products().code(spec.product);
        d.billingFormat = b.billingFormats().code(spec.billingFormat);
        d.number = spec.number;
        d.poNumber = spec.poNumber;
        if (!spec.dueGiven)
            d.due = deriveDue(spec, d.dueSource).days();
        b.addDebit(d, spec.settlements);
    }
    return b.finish();
}

Result<BookPtr> BookMaker::tryBuild(std::int64_t revision) const
{
    auto posted = ledger();
    if (!posted)
        return std::unexpected<Error>(posted.error());
    MapTypes<Rows, RecordTypes>::type tables;
    std::apply(
        [&tables]<class... T>(const std::deque<T>&... lists) {
            const auto fill = [&tables]<class U>(const std::deque<U>& list) {
                for (const U& u : list)
                    std::get<Rows<U>>(tables).put(u);
            };
            (fill(lists), ...);
        },
        m_records);
    return std::make_shared<const Book>(m_info, revision, *posted, std::move(tables));
}

BookPtr BookMaker::build(std::int64_t revision) const
{
    auto book = tryBuild(revision);
    if (!book)
        throw std::runtime_error(book.error().message().toStdString());
    return *book;
}

} // namespace duedesk
