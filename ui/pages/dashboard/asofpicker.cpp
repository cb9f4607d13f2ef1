#include "ui/pages/dashboard/asofpicker.h"

#include "ui/models/format.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace duedesk {

using namespace Qt::StringLiterals;

AsOfPicker::AsOfPicker(QWidget* parent)
    : QWidget(parent), m_before(new QToolButton(this)), m_edit(new QDateEdit(this)), m_after(new QToolButton(this)),
      m_toToday(new QPushButton(tr("Today"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* label = new QLabel(tr("As of"), this);
    label->setProperty("look", u"caption"_s);
    label->setBuddy(m_edit);
    m_before->setText(u"‹"_s);
    m_before->setToolTip(tr("The month end before"));
    m_before->setAccessibleName(tr("The month end before"));
    m_after->setText(u"›"_s);
    m_after->setToolTip(tr("The month end after, up to today"));
    m_after->setAccessibleName(tr("The month end after"));
    m_edit->setCalendarPopup(true);
    m_edit->setLocale(displayLocale());
    m_edit->setDisplayFormat(u"d MMM yyyy"_s);
    m_edit->setKeyboardTracking(false); // a day counts once it is typed to its end
    m_edit->setAccessibleName(tr("Look at the book as of"));
    if (auto* line = m_edit->findChild<QLineEdit*>()) // what has the focus inside
        line->setAccessibleName(m_edit->accessibleName());
    m_edit->setFixedHeight(28);
    m_edit->setMinimumWidth(m_edit->fontMetrics().horizontalAdvance(u"28 Sept 2026"_s) + 56);
    m_toToday->setProperty("look", u"chip"_s);
    m_toToday->setToolTip(tr("Back to today"));
    for (QWidget* w : {static_cast<QWidget*>(label), static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_edit),
                       static_cast<QWidget*>(m_after), static_cast<QWidget*>(m_toToday)})
        row->addWidget(w);
    connect(m_edit, &QDateEdit::dateChanged, this, [this](QDate d) {
        if (!m_setting)
            emit dayChosen(fromQDate(d));
    });
    connect(m_before, &QToolButton::clicked, this, [this] { choose(day().firstOfMonth() - 1); });
    connect(m_after, &QToolButton::clicked, this, [this] {
        const Date end = day().endOfMonth();
        choose(std::min(end == day() ? (end + 1).endOfMonth() : end, std::max(m_today, day())));
    });
    connect(m_toToday, &QPushButton::clicked, this, [this] { choose(m_today); });
}

void AsOfPicker::setDay(Date asOf, Date today)
{
    m_setting = true;
    m_today = today;
    m_edit->setDate(toQDate(asOf));
    m_toToday->setVisible(asOf != today);
    m_after->setEnabled(asOf < today);
    m_setting = false;
}

Date AsOfPicker::day() const { return fromQDate(m_edit->date()); }

void AsOfPicker::choose(Date d)
{
    if (d.isValid() && d != day())
        m_edit->setDate(toQDate(d));
}

} // namespace duedesk
