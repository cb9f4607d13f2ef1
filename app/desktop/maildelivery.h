// The outbox of the book on display at work: a postman with its places for the password, and the window told when mail
// cannot leave. A password is asked for when it is missing, once, and again when a person wants to.
#pragma once
#include "core/mail/secretstore.h"
#include "core/workbench/postman.h"

#include <QObject>
#include <memory>

namespace duedesk {

class MainWindow;
class Prompter;
class Workbench;

class MailDelivery : public QObject {
    Q_OBJECT
public:
    // All three outlive it.
    MailDelivery(Workbench& workbench, MainWindow& window, Prompter& prompter);
    ~MailDelivery() override;

private:
    void onTrouble(const Error& problem);
    void askPassword();

    MainWindow& m_window;
    Prompter& m_prompter;
    SessionSecrets m_session;
    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<Postman> m_postman;
    bool m_asked = false; // for a password, since the program began
};

} // namespace duedesk
