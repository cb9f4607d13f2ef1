#include "ui/panels/accountform.h"

#include "core/base/words.h"
#include "ui/panels/payerfacts.h"

#include <QTimeZone>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QStringList calendarsOf(const Book& book)
{
    std::set<QString> names;
    book.rows<Holiday>().forEach([&](std::uint32_t, const Holiday& h) {
        if (!h.calendar.isEmpty())
            names.insert(h.calendar);
    });
    QStringList out{Lang::tr("that of the book")};
    for (const QString& name : names)
        out += name;
    return out;
}

QStringList zones()
{
    QStringList out;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        out += QString::fromLatin1(id);
    return out;
}

} // namespace

AccountForm::AccountForm(Workbench& workbench, QWidget* parent) : FormDesk(workbench, new FieldForm, parent) {}

QString AccountForm::draftKey() const { return u"account/"_s + QString::number(m_customer.value); }

std::vector<FormDesk::Verb> AccountForm::verbs()
{
    return {{u"edit"_s, [this] { open(m_shown); }}};
}

void AccountForm::open(CustomerId customer)
{
    const BookPtr book = workbench().book();
    const Customer* c = book->customers().find(customer);
    if (!c || !isToday(tr("Accounts are changed as of today only: Ctrl+Shift+D goes back to today.")))
        return;
    m_customer = customer;
    form()->start(tr("The account"), c->name, tr("Ctrl+Shift+Enter saves and opens the next account."));
    const auto line = [&](const QString& name, const QString& label, QString Customer::* field) {
        form()->addLine(name, label, c->*field);
        form()->complete(name, namesOf(*book, field));
    };
    line(u"owner"_s, tr("Owner"), &Customer::owner);
    line(u"cs_owner"_s, tr("Success owner"), &Customer::csOwner);
    line(u"sales_owner"_s, tr("Sales owner"), &Customer::salesOwner);
    line(u"billing_owner"_s, tr("Billing owner"), &Customer::billingOwner);
    line(u"payment_method"_s, tr("Pays by"), &Customer::paymentMethod);
    form()->addArea(u"hurdles"_s, tr("Hurdles"), c->hurdles);
    QStringList calendars = calendarsOf(*book);
    if (!c->calendar.isEmpty() && !calendars.contains(c->calendar))
        calendars += c->calendar;
    form()->addChoice(u"calendar"_s, tr("Calendar"), calendars,
                      c->calendar.isEmpty() ? 0 : int(calendars.indexOf(c->calendar)));
    form()->addLine(u"timezone"_s, tr("Time zone"), c->zone, u"Europe/Berlin"_s);
    form()->complete(u"timezone"_s, zones());
    form()->addLine(u"language"_s, tr("Language"), c->language, u"en"_s);
    form()->addArea(u"address"_s, tr("Address"), c->address);
    openForm([this] { open(m_shown); });
}

Result<Command> AccountForm::command() const
{
    const Customer* c = workbench().book()->customers().find(m_customer);
    if (!c)
        return refuse(u"customer"_s, tr("is not in the book any more"));
    EditAccount e{m_customer, AccountFields::of(*c)};
    const auto text = [&](const QString& name) { return form()->text(name); };
    e.fields.owner = text(u"owner"_s);
    e.fields.csOwner = text(u"cs_owner"_s);
    e.fields.salesOwner = text(u"sales_owner"_s);
    e.fields.billingOwner = text(u"billing_owner"_s);
    e.fields.paymentMethod = text(u"payment_method"_s);
    e.fields.hurdles = text(u"hurdles"_s);
    e.fields.calendar = form()->choice(u"calendar"_s) == 0 ? QString() : text(u"calendar"_s);
    e.fields.zone = text(u"timezone"_s);
    e.fields.language = text(u"language"_s);
    e.fields.address = text(u"address"_s);
    return e;
}

} // namespace duedesk
