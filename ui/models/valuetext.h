// How a list's value reads on screen: one way for each kind of value, grouped and dated as format.h does it.
#pragma once
#include "core/lists/value.h"

namespace duedesk {

// "48,210.00", "14 Nov 2025", "1,284", bare "-5", "116 d" ("" for 0 days), "63 %"; codes begin with a capital each. "" for none.
// A moment is left to its list, which knows the zone.
QString valueText(ValueKind kind, const Value& value);
QString wholeValueText(const Value& money); // "48,210"
QString percentText(const Ratio& r); // "63 %", "" without one

} // namespace duedesk
