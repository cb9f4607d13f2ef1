// A short form of named fields with keys: Enter saves, Ctrl+Enter saves and goes on to the next (save(true)),
// Esc leaves.
#pragma once
#include "ui/widgets/labelledform.h"

#include <QMap>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace duedesk {

class FieldForm : public LabelledForm {
    Q_OBJECT
public:
    explicit FieldForm(QWidget* parent = nullptr);

    // Empties the form. `tip`: one sentence under the buttons, "" = none.
    void start(const QString& title, const QString& about, const QString& tip = {});
    // `name`: as errors name it.
    void addLine(const QString& name, const QString& label, const QString& value, const QString& placeholder = {});
    void addChoice(const QString& name, const QString& label, const QStringList& choices, int current);
    void addArea(const QString& name, const QString& label, const QString& value);
    QString text(const QString& name) const; // of a choice: its words
    int choice(const QString& name) const;   // -1 = no such field
    void setText(const QString& name, const QString& text);
    void setChoice(const QString& name, int index);
    bool isChanged() const;                  // something was typed since start()
    QMap<QString, QString> changes() const;  // the fields that differ from what was given, by name
    void complete(const QString& name, const QStringList& words); // proposes them while a line is typed
    void focusFirst();

signals:
    void save(bool andNext);
    void cancelled();
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QString name, given;
        QLineEdit* line = nullptr;
        QComboBox* choice = nullptr;
        QPlainTextEdit* area = nullptr;
        QWidget* edit() const;
    };
    Field& keep(const QString& name, const QString& label, QWidget* edit);
    const Field* find(const QString& name) const;
    static QString valueOf(const Field& f);

    QLabel *m_title, *m_about, *m_tip;
    std::vector<Field> m_fields;
};

} // namespace duedesk
