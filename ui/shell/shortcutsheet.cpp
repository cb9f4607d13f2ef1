#include "ui/shell/shortcutsheet.h"

#include "ui/widgets/factrows.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {
constexpr int columnCount = 3;
}

ShortcutSheet::ShortcutSheet(QWidget* parent) : QFrame(parent)
{
    setProperty("look", u"card"_s);
    setAccessibleName(tr("Shortcuts"));
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 18);
    layout->setSpacing(12);
    auto* title = new QLabel(tr("Shortcuts"), this);
    title->setProperty("look", u"title"_s);
    auto* hint = new QLabel(tr("Ctrl+K finds every action by its words. Esc closes this sheet."), this);
    hint->setProperty("look", u"muted"_s);
    layout->addWidget(title);
    layout->addWidget(hint);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    content->setProperty("look", u"scroll"_s);
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(0, 0, 12, 0);
    m_columns->setSpacing(36);
    area->setWidget(content);
    layout->addWidget(area, 1);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(40);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
    hide();
}

void ShortcutSheet::open(const std::vector<ActionScope>& scopes)
{
    if (isHidden())
        m_before = QApplication::focusWidget();
    while (QLayoutItem* item = m_columns->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    struct Group {
        QString title;
        std::vector<FactRow> rows;
    };
    std::vector<Group> groups;
    std::size_t lines = 0;
    m_shown.clear();
    for (const ActionScope scope : scopes) {
        Group g{scopeTitle(scope), {}};
        for (const ActionSpec& s : actionSpecs())
            if (s.scope == scope && s.keys[0] != '\0') {
                g.rows.push_back({s.words(), keysText(s), false, Tone::Plain, Tone::Muted});
                m_shown += u"%1: %2 = %3\n"_s.arg(g.title, g.rows.back().label, g.rows.back().value);
            }
        if (!g.rows.empty())
            groups.push_back(g);
        lines += g.rows.size() + 2;
    }
    // Groups run on from column to column; one that would stand alone at the foot moves on.
    std::size_t used = 0;
    QVBoxLayout* column = nullptr;
    const std::size_t most = lines / columnCount + 3;
    for (const Group& g : groups) {
        std::size_t from = 0;
        while (from < g.rows.size()) {
            if (!column || used + 4 > most) {
                auto* w = new QWidget(this);
                column = new QVBoxLayout(w);
                column->setContentsMargins(0, 0, 0, 0);
                column->setSpacing(4);
                column->setAlignment(Qt::AlignTop);
                m_columns->addWidget(w, 1);
                used = 0;
            }
            const std::size_t n = std::min(g.rows.size() - from, std::max<std::size_t>(most - used - 2, 1));
            auto* heading = new QLabel(from == 0 ? g.title : tr("%1, more", "a group of keys").arg(g.title), this);
            heading->setProperty("look", u"heading"_s);
            heading->setContentsMargins(0, used == 0 ? 0 : 12, 0, 0);
            column->addWidget(heading);
            auto* rows = new FactRows(g.title, this);
            rows->setRows({g.rows.begin() + std::ptrdiff_t(from), g.rows.begin() + std::ptrdiff_t(from + n)});
            column->addWidget(rows);
            from += n;
            used += n + 2;
        }
    }
    show();
    place();
    raise();
    setFocus();
}

QString ShortcutSheet::text() const { return m_shown; }

void ShortcutSheet::shut()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus();
}

void ShortcutSheet::place()
{
    const int w = std::min(1080, parentWidget()->width() - 64), h = std::min(640, parentWidget()->height() - 64);
    setGeometry((parentWidget()->width() - w) / 2, (parentWidget()->height() - h) / 2, w, h);
}

void ShortcutSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Question || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return)
        shut();
    else
        QFrame::keyPressEvent(event);
}

} // namespace duedesk
