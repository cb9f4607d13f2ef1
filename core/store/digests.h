// Digests that an event of the audit carries for what lies outside of the record sum and the posted lines: the book's
// own row, and what an import keeps to be undone. Events of older programs lack them.
#pragma once
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duedesk {

class Database;

inline constexpr QStringView bookDigestKey = u"book_digest";       // in the event "book created"
inline constexpr QStringView changesDigestKey = u"changes_digest"; // in the event "import"

// Name, currency, zone and identity of the book, in hex.
std::string bookRowDigest(Database& db);
// The record rows a batch touched, how each was before, and what it made of them; in hex.
std::string batchChangesDigest(Database& db, std::int64_t batch);
// Whether they are what the event of the import says; empty where an older program wrote it or its details are gone.
std::optional<bool> batchChangesHold(Database& db, std::int64_t batch);
// A payload, which is a JSON object, with one key more.
std::string withDigest(const std::string& payload, QStringView key, const std::string& digest);

// What a payload holds under the key; empty where it holds nothing.
std::string digestIn(std::string_view payload, QStringView key);

} // namespace duedesk
