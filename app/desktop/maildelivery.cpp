#include "app/desktop/maildelivery.h"

#include "ui/prompts/prompter.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace duedesk {

MailDelivery::MailDelivery(Workbench& workbench, MainWindow& window, Prompter& prompter)
    : m_window(window), m_prompter(prompter), m_keychain(makeKeychain()),
      m_postman(std::make_unique<Postman>(workbench, m_session, *m_keychain))
{
    connect(m_postman.get(), &Postman::trouble, this, &MailDelivery::onTrouble);
    connect(m_postman.get(), &Postman::modeChanged, this, [this] {
        if (m_postman->mode() != Postman::Mode::Paused)
            m_window.setMailTrouble({});
    });
    connect(&window, &MainWindow::mailPasswordWanted, this, &MailDelivery::askPassword, Qt::QueuedConnection);
    connect(&window, &MainWindow::mailRetryWanted, m_postman.get(), &Postman::resume, Qt::QueuedConnection);
}

MailDelivery::~MailDelivery() = default;

void MailDelivery::onTrouble(const Error& problem)
{
    m_window.setMailTrouble(problem.message());
    if (problem.field == u"password" && !m_asked) {
        m_asked = true;
        QTimer::singleShot(0, this, &MailDelivery::askPassword); // not from within the postman's own signal
    }
}

void MailDelivery::askPassword()
{
    const auto typed = m_prompter.askSecret(&m_window, tr("Mail password"),
                                            tr("The password of the mail account. It is never kept in the book."));
    if (!typed || typed->isEmpty())
        return;
    const bool keep =
        m_prompter.confirm(&m_window, tr("Keep the password?"),
                           tr("It can be kept in the keychain of this desktop. Otherwise it holds until the "
                              "program ends."),
                           tr("Keep in the keychain"));
    if (const Outcome o = m_postman->setPassword(*typed, keep); !o)
        m_window.setMailTrouble(o.error().message());
}

} // namespace duedesk
