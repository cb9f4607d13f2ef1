// One entry per parser for any bytes at all: libFuzzer feeds them, and so does the replay of the kept corpus.
// A broken promise ends the program; returning means that the bytes were handled.
#pragma once
#include <cstddef>
#include <cstdint>

namespace duedesk::fuzz {

void csv(const std::uint8_t* data, std::size_t size);
void amount(const std::uint8_t* data, std::size_t size);
void date(const std::uint8_t* data, std::size_t size);
void mime(const std::uint8_t* data, std::size_t size);
// Spreadsheets: a whole file; the parts of an XLSX, parted by 0xff; the content of an ODS; SpreadsheetML; a web page.
void workbook(const std::uint8_t* data, std::size_t size);
void xlsx(const std::uint8_t* data, std::size_t size);
void ods(const std::uint8_t* data, std::size_t size);
void xmlsheet(const std::uint8_t* data, std::size_t size);
void html(const std::uint8_t* data, std::size_t size);

} // namespace duedesk::fuzz
