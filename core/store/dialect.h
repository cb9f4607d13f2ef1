// What is SQLite's own: pragmas, the words that begin a writing transaction, the identity in the file's header.
// Everything else in store is plain SQL, so that a server's twin needs another of this file and of the schema.
#pragma once
#include "core/base/bookfile.h"

#include <array>
#include <cstdint>

namespace duedesk::dialect {

inline constexpr std::uint32_t applicationId = bookFileMark; // at byte 68 of the file
inline constexpr const char* beginWrite =
    "BEGIN IMMEDIATE"; // a deferred one fails at once (517) when it turns to writing
inline constexpr const char* beginRead = "BEGIN";
inline constexpr const char* commit = "COMMIT";
inline constexpr const char* rollback = "ROLLBACK";

// A setting and what it must read back as.
struct Pragma {
    const char* name;
    const char* value;
    const char* expected;
};
// The build's defaults are not trusted: each is set and read back.
inline constexpr std::array<Pragma, 9> pragmas = {{
    {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},
    {"trusted_schema", "OFF", "0"},
    {"cell_size_check", "ON", "1"},
    {"mmap_size", "0", "0"},
    {"temp_store", "MEMORY", "2"},
    {"secure_delete", "ON", "1"},
    {"wal_autocheckpoint", "0", "0"}, // checkpoints run under the write lock only
    {"busy_timeout", "5000", "5000"},
}};
inline constexpr const char* journalMode = "PRAGMA journal_mode=WAL";
inline constexpr const char* journalSizeLimit = "PRAGMA journal_size_limit=67108864";
inline constexpr std::int64_t checkpointBytes = 4 << 20; // a log longer than this is written back after a commit

} // namespace duedesk::dialect
