// Where the mail password is: typed for the session, or kept by the keychain of the desktop. Nowhere else, and never in
// a file of ours.
#pragma once
#include "core/base/error.h"
#include "core/base/secret.h"

#include <QString>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace duedesk {

class SecretStore {
public:
    virtual ~SecretStore() = default;
    // Empty = none is kept under this key. Unreachable = there is no keychain, or it did not answer.
    virtual Result<std::optional<Secret>> read(const QString& key) = 0;
    virtual Outcome write(const QString& key, const Secret& secret) = 0;
    virtual Outcome remove(const QString& key) = 0; // none there is no error
};

// For this session, and for tests; gone when the program ends. Any thread.
class SessionSecrets final : public SecretStore {
public:
    Result<std::optional<Secret>> read(const QString& key) override;
    Outcome write(const QString& key, const Secret& secret) override;
    Outcome remove(const QString& key) override;

private:
    std::mutex m_mutex;
    std::map<QString, Secret> m_secrets;
};

// The desktop's keychain (Secret Service or KWallet) by qtkeychain. On the main thread alone: qtkeychain knows no other.
// Calls wait in an event loop of their own: 60 s for a person to unlock it, 4 s without a display, without a session bus
// not at all. A build without qtkeychain has one that says so.
std::unique_ptr<SecretStore> makeKeychain();

// "smtp:user@host:port": one password per account, whichever book uses it.
QString smtpSecretKey(const QString& userName, const QString& host, int port);

// What was typed for the session first, then the keychain's. Unreachable with what to do when there is neither.
Result<Secret> smtpPassword(const QString& key, SecretStore& session, SecretStore& keychain);

} // namespace duedesk
