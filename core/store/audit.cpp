#include "core/store/audit.h"

#include "core/store/database.h"

#include <QSysInfo>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk::audit {
namespace {

constexpr const char* fields =
    "a.seq, a.at_utc, a.zone, a.actor, a.os_user, a.host, a.app_version, a.action, a.object, "
    "a.operation, a.revision, a.payload_salt, a.payload_digest, a.prev_hash, a.hash, p.payload";

Hash payloadDigest(std::string_view salt, std::string_view payload)
{
    return Sha256().field(salt).field(payload).finish();
}

// Everything but the hash itself, each field with its length.
Hash eventHash(const AuditEntry& e)
{
    Sha256 h;
    h.integer(e.seq).integer(e.at);
    for (const QString* s : {&e.zone, &e.actor, &e.osUser, &e.host, &e.appVersion, &e.action, &e.object})
        h.field(s->toStdString());
    h.integer(e.operation).integer(e.revision);
    return h.field(e.salt).field(view(e.payloadDigest)).field(view(e.previous)).finish();
}

AuditEntry read(Statement& s)
{
    AuditEntry e;
    e.seq = s.integer(0);
    e.at = s.integer(1);
    QString* texts[] = {&e.zone, &e.actor, &e.osUser, &e.host, &e.appVersion, &e.action, &e.object};
    for (int i = 0; i < 7; ++i)
        *texts[i] = s.string(2 + i);
    e.operation = s.integer(9);
    e.revision = s.integer(10);
    e.salt = s.blob(11);
    e.payloadDigest = hashFrom(s.blob(12));
    e.previous = hashFrom(s.blob(13));
    e.hash = hashFrom(s.blob(14));
    e.redacted = s.isNull(15);
    e.payload = s.string(15);
    return e;
}

void insert(Database& db, const AuditEntry& e, std::string_view payload)
{
    Statement s(db,
                "INSERT INTO audit(seq, at_utc, zone, actor, os_user, host, app_version, action, object, operation, "
                "revision, payload_salt, payload_digest, prev_hash, hash) "
                "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)");
    s.bind(1, e.seq).bind(2, e.at).bind(3, e.zone).bind(4, e.actor).bind(5, e.osUser).bind(6, e.host);
    s.bind(7, e.appVersion).bind(8, e.action).bind(9, e.object).bind(10, e.operation).bind(11, e.revision);
    s.bindBlob(12, e.salt).bindBlob(13, view(e.payloadDigest)).bindBlob(14, view(e.previous));
    s.bindBlob(15, view(e.hash)).run();
    Statement p(db, "INSERT INTO audit_payload(seq, payload) VALUES(?1, ?2)");
    p.bind(1, e.seq).bind(2, payload).run();
}

// What does not fit of an event that should follow `previous`; empty = it does.
QString misfit(const AuditEntry& e, std::int64_t expectedSeq, const Hash& previous)
{
    if (e.seq != expectedSeq)
        return u"event %1 is missing"_s.arg(expectedSeq);
    if (e.previous != previous)
        return u"event %1 does not follow the one before it"_s.arg(e.seq);
    if (e.hash != eventHash(e))
        return u"event %1 was changed"_s.arg(e.seq);
    if (!e.redacted && payloadDigest(e.salt, e.payload.toStdString()) != e.payloadDigest)
        return u"the details of event %1 were changed"_s.arg(e.seq);
    return {};
}

} // namespace

QString osUser()
{
    static const QString name = [] {
        passwd entry = {};
        passwd* found = nullptr;
        QByteArray room(16384, '\0');
        const int rc = ::getpwuid_r(::getuid(), &entry, room.data(), std::size_t(room.size()), &found);
        return rc == 0 && found ? QString::fromLocal8Bit(found->pw_name) : QString::number(::getuid());
    }();
    return name;
}

QString host()
{
    static const QString name = QSysInfo::machineHostName();
    return name;
}

void append(Database& db, const AuditEvent& event)
{
    const AuditHead last = head(db);
    AuditEntry e;
    e.seq = last.seq + 1;
    e.at = event.at;
    e.zone = event.zone;
    e.actor = event.actor;
    e.osUser = osUser();
    e.host = host();
    e.appVersion = QStringLiteral(DUEDESK_VERSION);
    e.action = event.action;
    e.object = event.object;
    e.operation = event.operation;
    e.revision = event.revision;
    e.salt = randomBytes(16);
    e.payloadDigest = payloadDigest(e.salt, event.payload);
    e.previous = last.hash;
    e.hash = eventHash(e);
    insert(db, e, event.payload);
}

std::vector<AuditEntry> entries(Database& db, std::int64_t after, int limit)
{
    Statement s(
        db, std::string("SELECT ") + fields
                + " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq WHERE a.seq > ?1 ORDER BY a.seq LIMIT ?2");
    s.bind(1, after).bind(2, std::int64_t(limit));
    std::vector<AuditEntry> out;
    while (s.step())
        out.push_back(read(s));
    return out;
}

AuditHead head(Database& db)
{
    Statement s(db, "SELECT seq, hash, at_utc FROM audit ORDER BY seq DESC LIMIT 1");
    if (!s.step())
        return {};
    return {s.integer(0), hashFrom(s.blob(1)), s.integer(2)};
}

ChainReport check(Database& db)
{
    ChainReport report;
    Statement s(db, std::string("SELECT ") + fields + ", p.seq"
                        + " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq ORDER BY a.seq");
    Hash previous{};
    while (s.step()) {
        const AuditEntry e = read(s);
        QString what = misfit(e, report.events + 1, previous);
        if (what.isEmpty() && s.isNull(16))
            what = u"the details of event %1 are missing"_s.arg(e.seq);
        if (!what.isEmpty()) {
            report.firstBad = report.events + 1;
            report.what = what;
            return report;
        }
        ++report.events;
        previous = e.hash;
    }
    return report;
}

} // namespace duedesk::audit
