#include "ui/panels/payergroup.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "ui/models/format.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/flowlayout.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int statusCount = int(CustomerStatus::Closed) + 1;

// The companies that billed these customers, by name.
QStringList companiesOf(const Book& book, std::span<const std::uint32_t> customers)
{
    std::set<std::uint16_t> numbers;
    for (const std::uint32_t customer : customers)
        for (const std::uint32_t row : book.ledger().debitsOf(customer)) {
            const auto [c, i] = book.ledger().debit(row);
            numbers.insert(c->company[i]);
        }
    QStringList out;
    for (const std::uint16_t n : numbers)
        if (const Company* company = book.company(n))
            out += company->name.isEmpty() ? company->code : company->name;
    return out;
}

QString statusWords(const Customer& c)
{
    QStringList out;
    if (c.status != CustomerStatus::Active)
        out += c.statusSince.isValid()
                   ? Lang::tr("%1 since %2", "a status, a day").arg(say(wordsOf(c.status)), dateText(c.statusSince))
                   : say(wordsOf(c.status));
    if (c.doNotContact)
        out += Lang::tr("do not contact");
    if (c.stopReminders)
        out += Lang::tr("no reminders");
    return out.join(u", "_s);
}

} // namespace

PayerGroupPanel::PayerGroupPanel(QWidget* parent)
    : QStackedWidget(parent), m_view(new QWidget(this)), m_rows(new FactRows(tr("Who pays"))), m_form(new FieldForm)
{
    auto* layout = new QVBoxLayout(m_view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_rows);
    auto* buttons = new FlowLayout(nullptr, 6);
    const auto button = [&](const QString& text, void (PayerGroupPanel::*run)()) {
        auto* b = new QPushButton(text, m_view);
        b->setProperty("look", u"chip"_s);
        b->setAccessibleName(text);
        connect(b, &QPushButton::clicked, this, run);
        buttons->addWidget(b);
    };
    button(tr("Switch payer"), &PayerGroupPanel::switchPayer);
    button(tr("Bill-to"), &PayerGroupPanel::setBillTo);
    button(tr("Group"), &PayerGroupPanel::setGroup);
    button(tr("Status"), &PayerGroupPanel::setStatus);
    button(tr("Do not contact"), &PayerGroupPanel::stopContact);
    layout->addLayout(buttons);
    layout->addStretch(1);
    addWidget(m_view);
    addWidget(m_form);
    connect(m_form, &FieldForm::save, this, &PayerGroupPanel::save);
    connect(m_form, &FieldForm::cancelled, this, [this] { back(); });
}

void PayerGroupPanel::setCustomer(const BookPtr& book, std::uint32_t customer, Date today)
{
    if (customer != m_customer)
        back();
    m_book = book;
    m_customer = customer;
    m_today = today;
    std::vector<FactRow> rows;
    if (book && customer != noRow) {
        const Customer& c = book->customers()[customer];
        const std::uint32_t payer = book->payerRow(customer), group = book->parentRow(customer);
        const auto sites = book->paidBy(payer);
        const auto row = [&](const QString& label, const QString& value, Tone tone = Tone::Plain) {
            if (!value.isEmpty())
                rows.push_back({label, value, false, Tone::Muted, tone});
        };
        row(tr("Pays"), payer == customer ? tr("itself") : book->customers()[payer].name);
        row(tr("Status"), statusWords(c), Tone::Warn);
        if (sites.size() > 1)
            row(tr("Sites"), Lang::plural("%1 customers", "1 customer", qint64(sites.size())));
        for (const std::uint32_t site : sites)
            if (sites.size() > 1)
                row(u"   "_s + book->customers()[site].externalId, book->customers()[site].name);
        row(tr("Our companies"), companiesOf(*book, sites).join(u", "_s));
        const std::uint32_t billTo = c.billTo ? book->customerRow(c.billTo) : customer;
        row(tr("Invoices go to"),
            billTo == customer || billTo == noRow ? tr("itself") : book->customers()[billTo].name);
        row(tr("Group"), group == customer ? tr("none") : book->customers()[group].name);
        row(tr("Billing contact's owner"), book->customers()[payer].billingOwner);
    }
    m_rows->setRows(std::move(rows));
}

QStringList PayerGroupPanel::lines() const
{
    QStringList out;
    for (const FactRow& r : m_rows->rows())
        out += r.label.trimmed() + u": "_s + r.value;
    return out;
}

void PayerGroupPanel::open(Mode mode, const QString& title, const QString& tip)
{
    m_mode = mode;
    m_form->start(title, customer().name, tip);
}

void PayerGroupPanel::addCustomerField(const QString& name, const QString& label, std::uint32_t current)
{
    m_form->addLine(name, label,
                    current == noRow || current == m_customer ? QString() : m_book->customers()[current].name,
                    tr("Name or id; empty = itself"));
}

void PayerGroupPanel::switchPayer()
{
    if (m_customer == noRow)
        return;
    open(Mode::Payer, tr("Who pays"), tr("Open items and contacts go along; promises stay with who made them."));
    addCustomerField(u"payer"_s, tr("Payer"), m_book->payerRow(m_customer));
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

void PayerGroupPanel::setBillTo()
{
    if (m_customer == noRow)
        return;
    open(Mode::BillTo, tr("Where invoices go"), {});
    addCustomerField(u"bill_to"_s, tr("Bill-to"), customer().billTo ? m_book->customerRow(customer().billTo) : noRow);
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

void PayerGroupPanel::setGroup()
{
    if (m_customer == noRow)
        return;
    open(Mode::Group, tr("Which group it belongs to"), {});
    addCustomerField(u"parent"_s, tr("Parent"), customer().parent ? m_book->customerRow(customer().parent) : noRow);
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

void PayerGroupPanel::setStatus()
{
    if (m_customer == noRow)
        return;
    open(Mode::Status, tr("Status"), tr("Insolvent, legal, agency and factored: no calls, reminders or holds."));
    QStringList names;
    for (int i = 0; i < statusCount; ++i)
        names += say(wordsOf(CustomerStatus(i)));
    m_form->addChoice(u"status"_s, tr("Status"), names, int(customer().status));
    m_form->addLine(u"status_since"_s, tr("Since"), dateText(m_today));
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

void PayerGroupPanel::stopContact()
{
    if (m_customer == noRow)
        return;
    open(Mode::Stop, tr("Do not contact"), {});
    m_form->addChoice(u"contacted"_s, tr("From now on"), {tr("nobody contacts them"), tr("they may be contacted")},
                      customer().doNotContact ? 1 : 0);
    m_form->addLine(u"reason"_s, tr("Why"), {});
    setCurrentWidget(m_form);
    m_form->focusFirst();
}

bool PayerGroupPanel::back()
{
    if (currentWidget() == m_view)
        return false;
    setCurrentWidget(m_view);
    emit finished();
    return true;
}

void PayerGroupPanel::showError(const Error& error) { m_form->showError(error); }
void PayerGroupPanel::accepted() { back(); }

// By id, else by the one name that is or begins like it.
Result<CustomerId> PayerGroupPanel::named(const QString& field) const
{
    const QString text = m_form->text(field);
    if (text.isEmpty())
        return CustomerId();
    if (const std::uint32_t row = m_book->customerByExternalId(text); row != noRow)
        return m_book->customers()[row].id;
    const QString wanted = foldForSearch(text);
    std::vector<std::uint32_t> exact, begins;
    m_book->customers().forEach([&](std::uint32_t row, const Customer&) {
        const QString& name = m_book->foldedName(row);
        if (name == wanted)
            exact.push_back(row);
        if (name.startsWith(wanted))
            begins.push_back(row);
    });
    const auto& found = exact.empty() ? begins : exact;
    if (found.size() == 1)
        return m_book->customers()[found.front()].id;
    if (found.empty())
        return refuse(field, tr("is not a customer of this book"), tr("write its name or its id"));
    return refuse(field, Lang::plural("names %1 customers", "names 1 customer", qint64(found.size())),
                  tr("write the id, for example %1").arg(m_book->customers()[found.front()].externalId));
}

void PayerGroupPanel::save()
{
    const CustomerId id = customer().id;
    const auto link = [&](const QString& field, auto&& make) {
        const auto other = named(field);
        if (other)
            emit commandWanted(make(*other));
        else
            m_form->showError(other.error());
    };
    switch (m_mode) {
    case Mode::Payer: return link(u"payer"_s, [&](CustomerId c) { return Command(SwitchPayer{id, c}); });
    case Mode::BillTo: return link(u"bill_to"_s, [&](CustomerId c) { return Command(SetBillTo{id, c}); });
    case Mode::Group: return link(u"parent"_s, [&](CustomerId c) { return Command(SetParent{id, c}); });
    case Mode::Status: {
        const QString since = m_form->text(u"status_since"_s);
        const Date day = readDate(since, m_today);
        if (!since.isEmpty() && !day.isValid())
            return m_form->showError(
                refuse(u"status_since"_s, tr("is not a date"), tr("write it like 14 Nov 2025")).error());
        emit commandWanted(SetStatus{id, CustomerStatus(m_form->choice(u"status"_s)), day});
        return;
    }
    case Mode::Stop:
        emit commandWanted(SetDoNotContact{id, m_form->choice(u"contacted"_s) == 0, m_form->text(u"reason"_s)});
        return;
    }
}

} // namespace duedesk
