#include "ui/prompts/dialogprompter.h"

#include "core/base/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace duedesk {

bool DialogPrompter::confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes)
{
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    QPushButton* go = box.addButton(yes, QMessageBox::AcceptRole);
    box.addButton(Lang::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(go);
    box.exec();
    return box.clickedButton() == go;
}

void DialogPrompter::tell(QWidget* parent, const QString& title, const QString& text)
{
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

std::optional<QString> DialogPrompter::ask(QWidget* parent, const QString& title, const QString& label,
                                           const QString& initial)
{
    bool ok = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, initial, &ok);
    return ok ? std::optional(text) : std::nullopt;
}

std::optional<Secret> DialogPrompter::askSecret(QWidget* parent, const QString& title, const QString& label)
{
    bool ok = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Password, {}, &ok);
    return ok ? std::optional(Secret::fromText(text)) : std::nullopt;
}

QStringList DialogPrompter::openFiles(QWidget* parent, const QString& title, const QString& filter)
{
    const QStringList files = QFileDialog::getOpenFileNames(parent, title, m_folder, filter);
    if (!files.isEmpty())
        m_folder = QFileInfo(files.front()).absolutePath();
    return files;
}

QString DialogPrompter::saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter)
{
    const QString where = m_folder.isEmpty() ? proposal : QString(m_folder + u'/' + proposal);
    const QString file = QFileDialog::getSaveFileName(parent, title, where, filter);
    if (!file.isEmpty())
        m_folder = QFileInfo(file).absolutePath();
    return file;
}

} // namespace duedesk
