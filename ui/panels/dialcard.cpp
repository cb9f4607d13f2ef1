#include "ui/panels/dialcard.h"

#include "core/base/words.h"
#include "ui/panels/sayblock.h"
#include "ui/shell/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

const std::vector<OutcomeChoice>& outcomeChoices()
{
    static const std::vector<OutcomeChoice> choices{
        {CallOutcome::Promise, QT_TRANSLATE_NOOP("duedesk::Lang", "Promise"), true},
        {CallOutcome::SaysPaid, QT_TRANSLATE_NOOP("duedesk::Lang", "Says paid"), true},
        {CallOutcome::Dispute, QT_TRANSLATE_NOOP("duedesk::Lang", "Dispute"), true},
        {CallOutcome::Voicemail, QT_TRANSLATE_NOOP("duedesk::Lang", "Voicemail"), false},
        {CallOutcome::NoAnswer, QT_TRANSLATE_NOOP("duedesk::Lang", "No answer"), false},
        {CallOutcome::CallBack, QT_TRANSLATE_NOOP("duedesk::Lang", "Call back"), true},
        {CallOutcome::WrongNumber, QT_TRANSLATE_NOOP("duedesk::Lang", "Wrong number"), true},
        {CallOutcome::NeedsDocument, QT_TRANSLATE_NOOP("duedesk::Lang", "Needs a document"), true},
        {CallOutcome::Refused, QT_TRANSLATE_NOOP("duedesk::Lang", "Refused, escalate"), true},
        {CallOutcome::InProcess, QT_TRANSLATE_NOOP("duedesk::Lang", "In process"), true},
    };
    return choices;
}

DialCard::DialCard(const Clock& clock, QWidget* parent) : QWidget(parent), m_clock(clock), m_timer(new QTimer(this))
{
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Call"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 14, 16, 16);
    auto* card = new QFrame(this);
    card->setProperty("look", u"active"_s);
    outer->addWidget(card);
    m_say = new SayBlock;
    m_say->setUnfolded(true);
    auto* words = new QScrollArea(this); // they may be longer than the card is high
    words->setFrameShape(QFrame::NoFrame);
    words->setWidgetResizable(true);
    words->setFocusPolicy(Qt::TabFocus);
    words->setAccessibleName(tr("What to say"));
    m_say->setProperty("look", u"surface"_s);
    m_say->setAttribute(Qt::WA_StyledBackground);
    words->setWidget(m_say);
    outer->addSpacing(10);
    outer->addWidget(words, 1);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(4);
    const auto add = [&](const QString& look) {
        auto* label = new QLabel(card);
        label->setProperty("look", look);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
        return label;
    };
    m_name = add(u"section"_s);
    m_contact = add(u"muted"_s);
    layout->addSpacing(6);
    m_phone = add(u"title"_s);
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copied = add(u"caption"_s);
    m_reach = add(u"muted"_s);
    layout->addSpacing(6);
    m_time = add(u"kpi"_s);
    m_time->setAccessibleName(tr("Time since the call started"));
    layout->addSpacing(8);
    add(u"heading"_s)->setText(tr("How did it end?"));
    auto* keys = new QWidget(card);
    auto* flow = new FlowLayout(keys, 8);
    for (const OutcomeChoice& c : outcomeChoices()) {
        auto* b = new KeyButton(Lang::tr(c.text), QString(QLatin1Char(outcomeKey(c.outcome))), keys);
        connect(b, &QPushButton::clicked, this, [this, o = c.outcome] { emit outcomeChosen(o); });
        flow->addWidget(b);
    }
    layout->addWidget(keys);
    auto* stop = new KeyButton(tr("No call"), u"Esc"_s, card);
    connect(stop, &QPushButton::clicked, this, &DialCard::cancelled);
    layout->addSpacing(4);
    layout->addWidget(stop, 0, Qt::AlignLeft);
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &DialCard::tick);
}

void DialCard::start(const PayerFacts& f)
{
    m_started = m_clock.now();
    m_name->setText(f.name);
    m_contact->setText(f.contactLine);
    m_phone->setText(f.phone.isEmpty() ? tr("No number known") : f.phone);
    m_copied->setText(f.phone.isEmpty() ? tr("Key 7 looks for another person, N keeps a note.")
                                        : tr("The number is in the clipboard."));
    m_reach->setText(f.reach);
    m_say->setSay(f.say, f.practice);
    if (!f.phone.isEmpty())
        QApplication::clipboard()->setText(f.phone);
    tick();
    m_timer->start();
}

int DialCard::seconds() const { return m_started == 0 ? 0 : int((m_clock.now() - m_started) / 1000); }

void DialCard::tick()
{
    if (!isVisible() && m_timer->isActive()) {
        m_timer->stop();
        return;
    }
    const int s = seconds();
    m_time->setText(QString::asprintf("%d:%02d", s / 60, s % 60));
}

} // namespace duedesk
