// Where it may be calling time when only the country of a customer is known: with several zones in it a call is
// allowed when it is calling time in all of them.
#pragma once
#include "core/insight/callcontact.h"

#include <span>

namespace duedesk {

// One zone for each time that is kept in a country, over the whole year; by its code ("US") or English name.
// Empty when the country is not known. Safe on any thread.
const std::vector<QString>& zonesOfCountry(const QString& country);

// The zones somebody may be in: the contact's, its site's, the payer's; of whichever says least, the country's.
// Empty = not known.
std::vector<QString> callZones(const Book& book, const Contact* contact, std::uint32_t payer);

// Whether it is calling time in every one of the zones; true for none.
bool isCallTime(std::span<const QString> zones, CallingHours hours, const LocalTimes& times);
// From `now` on, the first instant at which it is calling time on a business day in every zone; 0 = no hour fits all of
// them.
Instant nextCallTime(std::span<const QString> zones, CallingHours hours, const BusinessCalendar& calendar, Instant now);

} // namespace duedesk
