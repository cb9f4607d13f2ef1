// "How this is computed": meaning, formula and inputs of one figure, with the way to its items.
// A popup that Esc or a click elsewhere closes; Enter lists the items.
#pragma once
#include "ui/charts/chartdata.h"

#include <QFrame>

namespace duedesk {

class DerivationPopup : public QFrame {
    Q_OBJECT
public:
    DerivationPopup(const Derivation& how, QWidget* parent);
    // Shows itself below the widget, inside its screen. Deletes itself when closed.
    void popUpBelow(const QWidget* anchor);

signals:
    void itemsRequested(const QString& filter);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void requestItems();
    QString m_itemsFilter;
};

} // namespace duedesk
