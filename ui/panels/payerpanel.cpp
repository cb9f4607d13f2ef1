#include "ui/panels/payerpanel.h"

#include "ui/panels/sayblock.h"
#include "ui/shell/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"

#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

void setLook(QLabel* label, Tone tone)
{
    label->setProperty("look", tone == Tone::Good   ? u"good"_s
                               : tone == Tone::Warn ? u"warn"_s
                               : tone == Tone::Bad  ? u"bad"_s
                                                    : u"muted"_s);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void put(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PayerPanel::PayerPanel(QWidget* parent) : QScrollArea(parent), m_inside(new QWidget)
{
    setAccessibleName(tr("About this account"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    m_inside->setProperty("look", u"surface"_s);
    m_inside->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(m_inside);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(3);
    m_name = add(u"section"_s, 0);
    m_about = add(u"muted"_s, 0);
    m_whyTitle = add(u"heading"_s, 10);
    m_why = new FactRows(tr("Factors"), m_inside);
    layout->addWidget(m_why);
    m_whyNot = add(u"warn"_s, 4);
    m_dso = add(u"muted"_s, 2);
    m_contact = add(u"heading"_s, 12);
    m_phone = add(u"phone"_s, 0);
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_email = add(u"muted"_s, 0);
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reach = add(u"muted"_s, 0);
    m_confirm = add(u"muted"_s, 8);
    m_say = new SayBlock(m_inside);
    layout->addSpacing(10);
    layout->addWidget(m_say);
    m_sayPlace = layout->count() - 1;
    m_payTitle = add(u"heading"_s, 12);
    m_payTitle->setText(tr("How they pay"));
    m_pay = add(QString(), 0);
    m_touchTitle = add(u"heading"_s, 12);
    m_touchTitle->setText(tr("Last touches"));
    m_touches = new FactRows(tr("Last touches"), m_inside);
    layout->addWidget(m_touches);
    layout->addSpacing(14);
    m_buttons = new QWidget(m_inside);
    auto* flow = new FlowLayout(m_buttons, 8);
    for (const auto& [name, text, key] : {std::tuple(u"call"_s, tr("Call"), u"C"_s),
                                          {u"promise"_s, tr("Promise"), u"P"_s},
                                          {u"write"_s, tr("E-mail"), u"E"_s},
                                          {u"later"_s, tr("Later"), u"S"_s},
                                          {u"note"_s, tr("Note"), u"N"_s},
                                          {u"assign"_s, tr("Assign"), u"A"_s},
                                          {u"confirmed"_s, tr("They confirmed"), u"I"_s},
                                          {u"writeConfirm"_s, tr("Write about it"), u"M"_s}}) {
        auto* b = new KeyButton(text, key, m_buttons);
        b->setPrimary(m_keys.empty());
        connect(b, &QPushButton::clicked, this, [this, n = name] { emit actionWanted(n); });
        flow->addWidget(b);
        m_keys.push_back(b);
        if (name.contains(u"confirm", Qt::CaseInsensitive))
            m_confirmKeys.push_back(b);
    }
    layout->addWidget(m_buttons);
    m_reason = add(u"caption"_s, 6);
    layout->addStretch(1);
    setWidget(m_inside);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, &PayerPanel::paintPhone);
    paintPhone();
    clearFacts({});
}

QLabel* PayerPanel::add(const QString& look, int gapAbove)
{
    auto* label = new QLabel(m_inside);
    label->setProperty("look", look);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(0, gapAbove, 0, 0);
    m_inside->layout()->addWidget(label);
    return label;
}

void PayerPanel::paintPhone()
{
    QFont f = theme().font(TextRole::Section);
    f.setPixelSize(f.pixelSize() + 2);
    m_phone->setFont(f);
}

void PayerPanel::setFacts(const PayerFacts& f)
{
    put(m_name, f.name);
    put(m_about, f.about);
    placeSay(f);
    put(m_whyTitle, f.whyTitle);
    m_why->setRows(f.why);
    m_why->show();
    put(m_whyNot, f.whyNot);
    put(m_dso, f.dso);
    put(m_contact, f.contactLine);
    put(m_phone, f.phone);
    put(m_email, f.email);
    setReach(f);
    put(m_confirm, f.confirm.text);
    for (KeyButton* b : m_confirmKeys)
        b->setVisible(f.confirm.id.isValid());
    setLook(m_confirm, f.confirm.unmet ? Tone::Bad : Tone::Muted);
    put(m_pay, f.behaviour);
    m_payTitle->setVisible(!f.behaviour.isEmpty());
    m_touches->setRows(f.touches);
    m_touches->setVisible(!f.touches.empty());
    m_touchTitle->setVisible(!f.touches.empty());
    m_buttons->show();
}

void PayerPanel::setReach(const PayerFacts& f)
{
    put(m_reach, f.reachTone == Tone::Muted ? f.reach : QString(u"\u25cf "_s + f.reach));
    setLook(m_reach, f.reachTone);
}

// An account people put off opens with the words; else they stand between whom to call and how they pay.
void PayerPanel::placeSay(const PayerFacts& f)
{
    auto* layout = static_cast<QVBoxLayout*>(m_inside->layout());
    const int place = f.sayFirst ? layout->indexOf(m_about) + 1 : m_sayPlace;
    if (layout->indexOf(m_say) != place) {
        layout->removeWidget(m_say);
        layout->insertWidget(place, m_say);
    }
    m_say->setContentsMargins(0, f.sayFirst ? 8 : 0, 0, 0);
    m_say->setSay(f.say, f.practice);
}

void PayerPanel::toggleSay()
{
    m_say->setUnfolded(!m_say->isUnfolded());
    QMetaObject::invokeMethod(
        this, [this] { verticalScrollBar()->setValue(m_say->isUnfolded() ? m_say->geometry().top() - 12 : 0); },
        Qt::QueuedConnection); // after the layout
}

void PayerPanel::clearFacts(const QString& text)
{
    for (QLabel* l : {m_name, m_whyTitle, m_whyNot, m_dso, m_contact, m_phone, m_email, m_reach, m_confirm, m_payTitle,
                      m_pay, m_touchTitle})
        l->hide();
    put(m_about, text);
    m_why->hide();
    m_say->setSay({}, false);
    m_touches->hide();
    m_buttons->hide();
}

void PayerPanel::setCanLog(bool can, const QString& why)
{
    for (KeyButton* b : m_keys)
        b->setEnabled(can);
    put(m_reason, can ? QString() : why);
}

} // namespace duedesk
