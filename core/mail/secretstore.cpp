#include "core/mail/secretstore.h"

using namespace Qt::StringLiterals;

namespace duedesk {

Result<std::optional<Secret>> SessionSecrets::read(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_secrets.find(key);
    if (it == m_secrets.end())
        return std::optional<Secret>();
    return it->second.clone();
}

Outcome SessionSecrets::write(const QString& key, const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets[key] = secret.clone();
    return {};
}

Outcome SessionSecrets::remove(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(key);
    return {};
}

QString smtpSecretKey(const QString& userName, const QString& host, int port)
{
    return u"smtp:"_s + userName + u'@' + host.toLower() + u':' + QString::number(port);
}

Result<Secret> smtpPassword(const QString& key, SecretStore& session, SecretStore& keychain)
{
    for (SecretStore* store : {&session, &keychain}) {
        auto found = store->read(key);
        if (!found)
            return fail(found.error());
        if (std::optional<Secret>& secret = *found)
            return std::move(*secret);
    }
    return fail(ErrorCode::Unreachable, u"no password is kept for this mail server"_s,
                u"type it for this session, or keep it in the keychain"_s, u"password"_s);
}

} // namespace duedesk
