#include "ui/panels/sayblock.h"

#include "core/base/words.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QString quoted(const QString& text) { return Lang::tr("\u201c%1\u201d").arg(text); }

} // namespace

SayBlock::SayBlock(QWidget* parent) : QWidget(parent), m_more(new QWidget(this))
{
    setAccessibleName(tr("What to say"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    m_title = add(column, u"heading"_s, {}, 0);
    m_opening = add(column, {}, {}, 0);
    m_opening->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* more = new QVBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(2);
    column->addWidget(m_more);
    m_hint = add(column, u"caption"_s, {}, 2);
    column->addStretch(1);
    fill();
}

QLabel* SayBlock::add(QVBoxLayout* to, const QString& look, const QString& text, int gapAbove)
{
    auto* label = new QLabel(text, to->parentWidget());
    label->setProperty("look", look);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(0, gapAbove, 0, 0);
    to->addWidget(label);
    return label;
}

void SayBlock::setSay(const Say& say, bool practice)
{
    m_say = say;
    m_practice = practice;
    fill();
}

void SayBlock::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    fill();
}

void SayBlock::fill()
{
    setVisible(!m_say.opening.isEmpty());
    m_title->setText(QStringList{tr("What to say"), m_say.title}.join(u" \u00b7 "_s));
    m_opening->setText(quoted(m_say.opening));
    QStringList hint;
    if (!m_unfolded)
        hint += tr("Y unfolds objections and a second ask.");
    if (m_practice)
        hint += tr("Practice book: nothing here reaches anybody. Say it aloud, then log what you would have heard.");
    m_hint->setText(hint.join(u' '));
    m_hint->setVisible(!hint.isEmpty());
    auto* more = static_cast<QVBoxLayout*>(m_more->layout());
    while (QLayoutItem* item = more->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_more->setVisible(m_unfolded);
    if (!m_unfolded)
        return;
    for (const Objection& o : m_say.objections) {
        add(more, u"muted"_s, tr("They: %1").arg(quoted(o.says)), 6);
        add(more, {}, quoted(o.answer), 0);
    }
    add(more, u"heading"_s, tr("If it comes to nothing, ask for less"), 8);
    add(more, {}, quoted(m_say.fallback), 0);
}

QString SayBlock::text() const
{
    if (m_say.opening.isEmpty())
        return {};
    QStringList out{m_title->text(), m_opening->text()};
    if (m_unfolded)
        for (const QLabel* line : m_more->findChildren<QLabel*>())
            out += line->text();
    if (!m_hint->text().isEmpty())
        out += m_hint->text();
    return out.join(u'\n');
}

} // namespace duedesk
