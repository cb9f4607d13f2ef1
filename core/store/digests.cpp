#include "core/store/digests.h"

#include "core/store/database.h"
#include "core/store/sha256.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace duedesk {

std::string bookRowDigest(Database& db)
{
    Statement s(db, "SELECT name, base_currency, zone, uuid, created_at FROM book");
    Sha256 h;
    while (s.step())
        h.field(s.text(0)).field(s.text(1)).field(s.text(2)).field(s.text(3)).integer(s.integer(4));
    return hex(h.finish());
}

std::string batchChangesDigest(Database& db, std::int64_t batch)
{
    Statement s(db, "SELECT table_number, row_id, before, after_digest FROM batch_change WHERE batch=?1 "
                    "ORDER BY table_number, row_id");
    s.bind(1, batch);
    Sha256 h;
    while (s.step())
        h.integer(s.integer(0)).integer(s.integer(1)).integer(s.isNull(2)).field(s.text(2)).field(s.blob(3));
    return hex(h.finish());
}

std::optional<bool> batchChangesHold(Database& db, std::int64_t batch)
{
    Statement s(db, "SELECT p.payload FROM audit a JOIN audit_payload p ON p.seq = a.seq "
                    "WHERE a.action = 'import' AND a.object = ?1");
    const std::string told =
        s.bind(1, QString::number(batch)).step() ? digestIn(s.text(0), changesDigestKey) : std::string();
    return told.empty() ? std::nullopt : std::optional(told == batchChangesDigest(db, batch));
}

std::string digestIn(std::string_view payload, QStringView key)
{
    const QByteArray json(payload.data(), qsizetype(payload.size()));
    return QJsonDocument::fromJson(json).object().value(key).toString().toStdString();
}

std::string withDigest(const std::string& payload, QStringView key, const std::string& digest)
{
    QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(payload)).object();
    o.insert(key, QString::fromStdString(digest));
    return QJsonDocument(o).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace duedesk
