// The form of every panel that asks something: named fields with their values filled in, what they mean below them, and
// the same keys everywhere. Ctrl+Enter saves, Ctrl+Shift+Enter saves and goes on to the next, Enter in a line saves too,
// Esc leaves.
#pragma once
#include "ui/widgets/labelledform.h"

#include <QMap>
#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace duedesk {

class KeyButton;

class FieldForm : public LabelledForm {
    Q_OBJECT
public:
    using Hint = std::function<QString(const QString& text)>;
    using Typed = QMap<QString, QString>; // by field

    explicit FieldForm(QWidget* parent = nullptr, Labels labels = Labels::Beside);

    // Empties the form. `tip`: one sentence under the buttons, "" = none; `save`: what the button says, "" = Save.
    void start(const QString& title, const QString& about, const QString& tip = {}, const QString& save = {});
    // `name`: as errors name it.
    void addLine(const QString& name, const QString& label, const QString& value, const QString& placeholder = {});
    void addChoice(const QString& name, const QString& label, const QStringList& choices, int current);
    void addArea(const QString& name, const QString& label, const QString& value);
    // What the words typed mean, told below the field with every key in any field.
    void addHint(const QString& name, Hint hint);
    void tellHints(); // what they depend on besides the fields has changed
    void complete(const QString& name, const QStringList& words); // proposes them while a line is typed
    QString text(const QString& name) const; // of a choice: its words
    int choice(const QString& name) const; // -1 = no such field
    void setText(const QString& name, const QString& text);
    void setChoice(const QString& name, int index);
    Typed changes() const; // the fields that differ from what was given
    void restore(const Typed& typed); // a draft over what was given; edited() is not emitted
    void focusFirst();
    QWidget* first() const { return m_fields.empty() ? nullptr : m_fields.front().edit(); }

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
        Hint hint;
        QWidget* edit() const;
    };
    Field& keep(const QString& name, const QString& label, QWidget* edit);
    const Field* find(const QString& name) const;
    void typed(const QString& name);
    static QString valueOf(const Field& f);

    QLabel *m_title, *m_about, *m_tip;
    KeyButton* m_save;
    std::vector<Field> m_fields;
    bool m_restoring = false;
};

} // namespace duedesk
