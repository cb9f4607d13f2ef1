#include "app/desktop/startdialog.h"

#include "ui/shell/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

StartDialog::StartDialog()
{
    setWindowTitle(u"Duedesk"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    auto* title = new QLabel(u"Duedesk"_s, this);
    title->setFont(theme().font(TextRole::Title));
    layout->addWidget(title);
    auto* text = new QLabel(
        tr("A book is one file on this computer. It holds your ledger, what was said, and what is next."), this);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    layout->addWidget(text);
    layout->addSpacing(8);
    const auto add = [&](const QString& words, const QString& help, Choice choice) {
        auto* b = new QPushButton(words, this);
        b->setAccessibleDescription(help);
        b->setToolTip(help);
        b->setAutoDefault(true);
        connect(b, &QPushButton::clicked, this, [this, choice] {
            m_choice = choice;
            accept();
        });
        layout->addWidget(b);
        return b;
    };
    add(tr("&Practise with a sample book"), tr("120 invented customers with every situation, up to today"),
        Choice::Practise)
        ->setDefault(true);
    add(tr("&Open a book…"), tr("A *.duedesk file"), Choice::Open);
    add(tr("&New book…"), tr("Empty; then drop a ledger export on it"), Choice::New);
}

StartDialog::Choice StartDialog::ask()
{
    StartDialog d;
    d.exec();
    return d.m_choice;
}

} // namespace duedesk
