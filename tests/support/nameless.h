// The accessibility audit: what a screen reader would find without words.
#pragma once
#include <QAccessible>
#include <QScrollBar>
#include <QStringList>
#include <QWidget>

namespace duedesk {

// Names of the widgets that a keyboard reaches and that say nothing.
inline QStringList nameless(QWidget* top)
{
    QStringList bad;
    for (QWidget* w : top->findChildren<QWidget*>()) {
        if (!w->isVisible() || w->focusPolicy() == Qt::NoFocus || qobject_cast<QScrollBar*>(w))
            continue;
        QAccessibleInterface* a = QAccessible::queryAccessibleInterface(w);
        const bool named = a && !a->text(QAccessible::Name).trimmed().isEmpty();
        if (!named || a->role() == QAccessible::NoRole)
            bad.append(QLatin1StringView(w->metaObject()->className()) + QStringLiteral(" in ")
                       + (w->parentWidget() ? QLatin1StringView(w->parentWidget()->metaObject()->className())
                                            : QLatin1StringView("nothing")));
    }
    return bad;
}

} // namespace duedesk
