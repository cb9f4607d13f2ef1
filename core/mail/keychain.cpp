#include "core/mail/secretstore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QThread>
#include <QTimer>
#ifdef DUEDESK_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> noKeychain(const QString& why)
{
    return fail(ErrorCode::Unreachable, u"there is no keychain to keep the password in: "_s + why,
                u"type it each session"_s, u"password"_s);
}

#ifdef DUEDESK_KEYCHAIN

// Somebody may have to unlock it, where somebody sits.
int answerMs()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ? 60'000 : 4'000;
}

const QString& service()
{
    static const QString name = u"duedesk"_s;
    return name;
}

// Without a session bus the libraries underneath would try to start one, or wait.
bool hasSessionBus()
{
#if defined(Q_OS_LINUX)
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nonexistent"_s) + u"/bus");
#else
    return true;
#endif
}

class Keychain final : public SecretStore {
public:
    Result<std::optional<Secret>> read(const QString& key) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service());
        std::optional<Secret> found;
        const Outcome o = run(job, key, [&] {
            QByteArray bytes = job->binaryData();
            found = Secret(std::string_view(bytes.constData(), std::size_t(bytes.size())));
            bytes.fill('\0');
        });
        if (!o)
            return fail(o.error());
        return found;
    }
    Outcome write(const QString& key, const Secret& secret) override
    {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setBinaryData(QByteArray(secret.c_str(), qsizetype(secret.view().size())));
        return run(job, key, [] {});
    }
    Outcome remove(const QString& key) override
    {
        return run(new QKeychain::DeletePasswordJob(service()), key, [] {});
    }

private:
    // The job belongs to itself: one that answers too late is not heard, and goes.
    template <class Done> Outcome run(QKeychain::Job* job, const QString& key, const Done& done)
    {
        invariant(QThread::currentThread() == QCoreApplication::instance()->thread(),
                  "the keychain is asked elsewhere");
        if (!hasSessionBus()) {
            delete job;
            return noKeychain(u"no desktop session is running here"_s);
        }
        Outcome result = noKeychain(u"it did not answer"_s);
        QEventLoop loop;
        job->setKey(key);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job* j) {
            result = {};
            if (j->error() == QKeychain::NoError)
                done();
            else if (j->error() != QKeychain::EntryNotFound)
                result = j->error() == QKeychain::AccessDeniedByUser
                             ? Outcome(fail(ErrorCode::Cancelled, u"the keychain was not unlocked"_s,
                                            u"unlock it, or type the password for this session"_s, u"password"_s))
                             : Outcome(noKeychain(j->errorString()));
            loop.quit();
        });
        job->start();
        QTimer::singleShot(answerMs(), &loop, &QEventLoop::quit);
        loop.exec();
        return result;
    }
};

#else

class Keychain final : public SecretStore {
public:
    Result<std::optional<Secret>> read(const QString&) override { return missing(); }
    Outcome write(const QString&, const Secret&) override { return missing(); }
    Outcome remove(const QString&) override { return missing(); }

private:
    static std::unexpected<Error> missing() { return noKeychain(u"this program was built without one"_s); }
};

#endif

} // namespace

std::unique_ptr<SecretStore> makeKeychain() { return std::make_unique<Keychain>(); }

} // namespace duedesk
