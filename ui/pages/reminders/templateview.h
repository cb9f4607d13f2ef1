// The wording of letters: written with placeholders from a list, shown beside as it would reach the customer with most past
// due, used once it is approved.
#pragma once
#include "core/domain/lettertemplate.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace duedesk {

class KeyButton;
class LabelledForm;
class LetterView;
class Workbench;

class TemplateView : public QWidget {
    Q_OBJECT
public:
    explicit TemplateView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    void save();
    void approve();
    QWidget* side() const { return m_side; }
    QWidget* list() const;
    LabelledForm* form() const { return m_form; }
    QPlainTextEdit* body() const { return m_body; }
    LetterView* letter() const { return m_letter; }

signals:
    void said(const QString& sentence);

private:
    void choose(int row);
    void preview();

    Workbench& m_workbench;
    std::vector<LetterTemplate> m_templates; // newest of each name and language, drafts included
    LetterTemplate m_edited;
    QListWidget* m_list;
    LabelledForm* m_form;
    QLineEdit *m_name, *m_language, *m_subject;
    QPlainTextEdit* m_body;
    QComboBox* m_insert;
    KeyButton* m_save;
    QPushButton* m_approve;
    QWidget* m_side;
    QLabel* m_for;
    LetterView* m_letter;
};

} // namespace duedesk
