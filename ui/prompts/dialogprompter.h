// The prompter of the running program: the platform's own dialogs.
#pragma once
#include "ui/prompts/prompter.h"

namespace duedesk {

class DialogPrompter final : public Prompter {
public:
    bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes) override;
    void tell(QWidget* parent, const QString& title, const QString& text) override;
    std::optional<QString> ask(QWidget* parent, const QString& title, const QString& label,
                               const QString& initial) override;
    std::optional<Secret> askSecret(QWidget* parent, const QString& title, const QString& label) override;
    QStringList openFiles(QWidget* parent, const QString& title, const QString& filter) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter) override;

private:
    QString m_folder; // where the last file was picked
};

} // namespace duedesk
