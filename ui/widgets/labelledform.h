// A short form: labelled fields in a column, each with the error that names it right below. Field names are those of the
// core's errors.
#pragma once
#include "core/base/error.h"

#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace duedesk {

class LabelledForm : public QWidget {
    Q_OBJECT
public:
    explicit LabelledForm(QWidget* parent = nullptr);
    // `field`: what errors call it. The form owns the editor; `stretch` lets it take the height that is left.
    void add(const QString& field, const QString& label, QWidget* editor, bool stretch = false);
    void addWidget(QWidget* widget); // between the fields
    void show(const QString& field, bool shown);
    void clearErrors();
    void setError(const Error& e); // beside its field, else below all; the field gets the focus
    QString errorText() const; // what is shown, for tests; "" = none

private:
    struct Row {
        QString field;
        QLabel* label;
        QWidget* editor;
        QLabel* error;
    };
    QVBoxLayout* m_layout;
    QLabel* m_general;
    std::vector<Row> m_rows;
};

} // namespace duedesk
