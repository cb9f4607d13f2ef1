// Named fields with their labels, each with what its words mean or the error that names it right below. Field names are
// those of the core's errors. FieldForm builds on it where a form is filled and saved by keys.
#pragma once
#include "core/base/error.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace duedesk {

class LabelledForm : public QWidget {
    Q_OBJECT
public:
    enum class Labels : std::uint8_t { Above, Beside };
    explicit LabelledForm(Labels labels = Labels::Above, QWidget* parent = nullptr);
    // `field`: what errors call it. The form owns the editor; `stretch` lets it take the height that is left.
    void add(const QString& field, const QString& label, QWidget* editor, bool stretch = false);
    // Errors of these names stand beside the field too: a time is part of the words of a day.
    void answerFor(const QString& field, const QStringList& names);
    void addWidget(QWidget* widget); // between the fields
    void show(const QString& field, bool shown);
    // Below the field while nothing is wrong with it; "" = nothing.
    void setHint(const QString& field, const QString& text);
    void clearErrors();
    void clearError(const QString& field);
    void showError(const Error& e); // alone; beside its field, else below all; the field gets the focus
    QString errorShown() const; // "" = none

protected:
    void clear(); // without fields
    QVBoxLayout* column() const { return m_column; } // the fields, and below them the error that is nobody's

private:
    struct Row {
        QStringList names; // the first is the field's own
        QLabel* label;
        QWidget* editor;
        QLabel *hint, *error;
    };
    Row* find(const QString& field);
    static void tell(const Row& row);

    Labels m_labels;
    QVBoxLayout* m_column;
    QGridLayout* m_grid;
    QLabel* m_general;
    int m_line = 0; // of the grid, the next free one
    std::vector<Row> m_rows;
    std::vector<QWidget*> m_between;
};

} // namespace duedesk
