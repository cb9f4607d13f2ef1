#include "ui/pages/morning/morningstrip.h"

#include "ui/models/format.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>

namespace duedesk {

using namespace Qt::StringLiterals;

MorningStrip::MorningStrip(MorningDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_title(new QLabel(this)), m_parts(new QWidget(this))
{
    setProperty("look", u"news"_s);
    setAccessibleName(tr("Morning summary"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 16, 6);
    row->setSpacing(12);
    m_title->setProperty("look", u"strong"_s);
    m_title->setTextFormat(Qt::PlainText);
    row->addWidget(m_title);
    new FlowLayout(m_parts, 8);
    row->addWidget(m_parts, 1);
    auto* away = new KeyButton(tr("Put away"), u"Alt+0"_s, this);
    connect(away, &QPushButton::clicked, this, [this] { m_desk.putAway(); });
    row->addWidget(away, 0, Qt::AlignTop);
    connect(&desk, &MorningDesk::changed, this, &MorningStrip::fill);
    fill();
}

void MorningStrip::fill()
{
    setVisible(m_desk.isStripWanted());
    if (!m_desk.isStripWanted())
        return;
    const auto answer = m_desk.answer();
    m_title->setText(tr("Since %1").arg(weekdayText(answer->summary.since)));
    while (QLayoutItem* item = m_parts->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < morningPartCount; ++i) {
        const auto part = MorningPart(i);
        const MorningSummary::Part& p = answer->summary.of(part);
        if (p.lines.empty())
            continue;
        QString words = tr("%1 %2").arg(morningPartTitle(part), countText(std::ssize(p.lines)));
        if (p.base != 0)
            words = tr("%1 \u00b7 %2").arg(words, wholeText(p.base, answer->book->info().base));
        auto* b = new KeyButton(words, u"Alt+%1"_s.arg(i + 1), m_parts);
        connect(b, &QPushButton::clicked, this, [this, part] { emit partWanted(part); });
        m_parts->layout()->addWidget(b);
    }
    setAccessibleDescription(text());
}

QString MorningStrip::text() const
{
    QStringList out;
    for (const KeyButton* b : m_parts->findChildren<KeyButton*>())
        out += b->text();
    return out.join(u" | "_s);
}

} // namespace duedesk
