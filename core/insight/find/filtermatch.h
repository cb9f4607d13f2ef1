// How one term of a filter holds for one text or one customer: shared by the lists of customers and of items.
#pragma once
#include "core/insight/find/filter.h"

namespace duedesk {

// Folded for search, with "_" as a blank and a dash as a hyphen, so that 1–30 can be typed.
QString filterFold(const QString& text);
// A Field term against a field's text.
bool filterEquals(const FilterTerm& term, const QString& text);

// The fields of a customer itself. Empty when `field` is none of them.
std::optional<bool> customerFieldHolds(const Book& book, std::uint32_t row, const FilterTerm& term);
// What words are looked for in: name, id and other spellings, folded, a line each.
QString customerWords(const Book& book, std::uint32_t row);
// A Word term against them.
bool customerWordHolds(const Book& book, std::uint32_t row, const FilterTerm& term);

} // namespace duedesk
