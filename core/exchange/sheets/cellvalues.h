// What a typed cell of a spreadsheet is written as, so that nobody can misread it: a plain decimal, a day as
// YYYY-MM-DD, a time of day as HH:MM:SS. Also which formats show a number as a day or a time.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace duedesk {

// How a number is shown. Elapsed: hours that go on beyond 24.
enum class CellStyle : std::uint8_t { Plain, Day, TimeOfDay, Elapsed };
CellStyle styleOfBuiltIn(int numberFormatId); // of ECMA-376 18.8.30, with those of East Asian programs
CellStyle styleOfFormat(std::string_view code); // "dd/mm/yyyy", "[h]:mm", "#,##0.00\ \d"

enum class DaySystem : std::uint8_t { From1900, From1904 };

// "1234.5", shortest at 15 digits; whole numbers to the last digit. Never with three digits behind the point: "1.2340".
void appendNumber(double value, std::string& out);
// The same of what a file writes: "1.5E3", "0.10000000000000001"; false when it is no number, nothing is appended.
bool appendNumberText(std::string_view raw, std::string& out);
// A number shown as a day or a time. What is no day of the calendar becomes a text that no reader takes for one:
// "1900-02-29" and "1900-01-00", which spreadsheets count, and "#VALUE! 20250131" beyond the year 9999.
void appendDay(double serial, CellStyle style, DaySystem system, std::string& out);
// ISO 8601 as workbooks write it, "2025-01-31T00:00:00.000": the day, and the time of day when there is one.
void appendIsoDay(std::string_view iso, std::string& out);
// An ISO 8601 duration as a time, "PT08H30M00S": "08:30:00". What is none stays as it is.
void appendDuration(std::string_view iso, std::string& out);

} // namespace duedesk
