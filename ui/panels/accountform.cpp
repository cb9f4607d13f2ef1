#include "ui/panels/accountform.h"

#include "core/workbench/workbench.h"
#include "ui/panels/draftkeeper.h"
#include "ui/panels/payerfacts.h"
#include "ui/widgets/fieldform.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QVBoxLayout>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

const QString bookCalendar = u"that of the book"_s;

QStringList calendarsOf(const Book& book)
{
    std::set<QString> names;
    book.rows<Holiday>().forEach([&](std::uint32_t, const Holiday& h) {
        if (!h.calendar.isEmpty())
            names.insert(h.calendar);
    });
    QStringList out{bookCalendar};
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

AccountForm::AccountForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_form(new FieldForm), m_drafts(new DraftKeeper(workbench, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    connect(m_form, &FieldForm::save, this, &AccountForm::save);
    connect(m_form, &FieldForm::cancelled, this, &AccountForm::cancelled);
    connect(m_form, &FieldForm::edited, this, &AccountForm::keep);
}

QString AccountForm::draftKey() const { return u"account/"_s + QString::number(m_customer.value); }

void AccountForm::open(CustomerId customer)
{
    const BookPtr book = m_workbench.book();
    const Customer* c = book->customers().find(customer);
    if (!c)
        return;
    m_customer = customer;
    m_filling = true;
    m_form->start(u"The account"_s, c->name, u"Ctrl+Enter saves and opens the next account."_s);
    const auto person = [&](const QString& name, const QString& label, QString Customer::* field) {
        m_form->addLine(name, label, c->*field);
        m_form->complete(name, namesOf(*book, field));
    };
    person(u"owner"_s, u"Owner"_s, &Customer::owner);
    person(u"cs_owner"_s, u"Success owner"_s, &Customer::csOwner);
    person(u"sales_owner"_s, u"Sales owner"_s, &Customer::salesOwner);
    person(u"billing_owner"_s, u"Billing owner"_s, &Customer::billingOwner);
    m_form->addLine(u"payment_method"_s, u"Pays by"_s, c->paymentMethod);
    m_form->complete(u"payment_method"_s, namesOf(*book, &Customer::paymentMethod));
    m_form->addArea(u"hurdles"_s, u"Hurdles"_s, c->hurdles);
    QStringList calendars = calendarsOf(*book);
    if (!c->calendar.isEmpty() && !calendars.contains(c->calendar))
        calendars += c->calendar;
    m_form->addChoice(u"calendar"_s, u"Calendar"_s, calendars,
                      c->calendar.isEmpty() ? 0 : int(calendars.indexOf(c->calendar)));
    m_form->addLine(u"timezone"_s, u"Time zone"_s, c->zone, u"Europe/Berlin"_s);
    m_form->complete(u"timezone"_s, zones());
    m_form->addLine(u"language"_s, u"Language"_s, c->language, u"en"_s);
    m_form->addArea(u"address"_s, u"Address"_s, c->address);
    const QJsonObject kept = QJsonDocument::fromJson(m_drafts->text(draftKey()).toUtf8()).object();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        if (it.key() == u"calendar")
            m_form->setChoice(it.key(), std::max(0, int(calendars.indexOf(it->toString()))));
        else
            m_form->setText(it.key(), it->toString());
    }
    m_filling = false;
}

void AccountForm::keep()
{
    if (m_filling)
        return;
    const QMap<QString, QString> changes = m_form->changes();
    if (changes.isEmpty()) {
        m_drafts->drop(draftKey());
        return;
    }
    QJsonObject kept;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        kept.insert(it.key(), it.value());
    m_drafts->typed(draftKey(), QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

void AccountForm::save(bool andNext)
{
    const Customer* c = m_workbench.book()->customers().find(m_customer);
    if (!c)
        return;
    EditAccount e{m_customer, AccountFields::of(*c)};
    const auto text = [&](const QString& name) { return m_form->text(name); };
    e.fields.owner = text(u"owner"_s);
    e.fields.csOwner = text(u"cs_owner"_s);
    e.fields.salesOwner = text(u"sales_owner"_s);
    e.fields.billingOwner = text(u"billing_owner"_s);
    e.fields.paymentMethod = text(u"payment_method"_s);
    e.fields.hurdles = text(u"hurdles"_s);
    e.fields.calendar = m_form->choice(u"calendar"_s) == 0 ? QString() : text(u"calendar"_s);
    e.fields.zone = text(u"timezone"_s);
    e.fields.language = text(u"language"_s);
    e.fields.address = text(u"address"_s);
    if (const Outcome done = m_workbench.submit(e); !done) {
        m_form->showError(done.error());
        return;
    }
    m_drafts->drop(draftKey());
    emit saved(andNext);
}

} // namespace duedesk
