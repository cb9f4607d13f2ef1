// Label and figure in rows, figures aligned at the right with digits of one width: factors, touches, facts.
#pragma once
#include "ui/models/column.h"

#include <QWidget>
#include <vector>

namespace duedesk {

struct FactRow {
    QString label, value;
    bool strong = false;
    Tone labelTone = Tone::Plain, valueTone = Tone::Plain;
};

class FactRows : public QWidget {
    Q_OBJECT
public:
    explicit FactRows(const QString& name, QWidget* parent = nullptr);
    void setRows(std::vector<FactRow> rows);
    const std::vector<FactRow>& rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int lineHeight() const;
    std::vector<FactRow> m_rows;
};

} // namespace duedesk
