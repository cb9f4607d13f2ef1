// What a spreadsheet file may be before it is refused by name: packed files can unpack to any size, and a few bytes can
// ask for a million cells. Each refusal says the rule, the limit and what was met, and the way out is always the same.
#pragma once
#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <string>

namespace duedesk {

inline constexpr std::size_t maxZipEntries = 10'000;
inline constexpr std::int64_t maxZipDirectoryBytes = std::int64_t(16) << 20;
inline constexpr std::int64_t maxUnpackedBytes = std::int64_t(2) << 30; // of all parts
inline constexpr std::int64_t maxPartBytes = std::int64_t(1) << 30;
inline constexpr std::int64_t maxUnpackRatio = 200; // of a part above freelyUnpackedBytes
inline constexpr std::int64_t freelyUnpackedBytes = 10'000'000;
inline constexpr std::size_t maxTagBytes = std::size_t(1) << 18;
inline constexpr std::size_t maxMarkupDepth = 256;
inline constexpr std::size_t maxSheets = 1'000;
inline constexpr std::int64_t maxSheetLines = 1'048'576;
inline constexpr std::size_t maxSharedTextBytes = std::size_t(64) << 20;
inline constexpr std::size_t maxSharedTexts = std::size_t(1) << 23;
inline constexpr std::size_t maxCellStyles = std::size_t(1) << 16;

// Bytes of a file at any place of it; what reads them is safe to call from the thread that asks.
struct RandomBytes {
    // Up to `n` bytes from an offset, fewer only at the end; -1 when they cannot be read.
    std::function<std::int64_t(char* to, std::size_t n, std::int64_t at)> read;
    std::int64_t size = 0;
};
// The next block of a part or a file; false at its end.
using BlockPull = std::function<Result<bool>(std::string& block)>;
// All of the bytes, in blocks.
BlockPull blocksOf(const RandomBytes& bytes);

// InputRejected about a whole workbook, or one part of it.
Error sheetRefusal(const QString& file, Words what, Words remedy = {});
// A part that ends early, does not fit its checksum, or is not well formed.
Error damagedPart(const QString& file, std::string_view part, Words why);
// A limit: "holds 12,000 parts, and 10,000 is the most that is read".
Error beyondLimit(const QString& file, Words what);

} // namespace duedesk
