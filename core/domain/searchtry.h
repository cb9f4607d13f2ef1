// One dated try to find a person at a payer without a usable contact: where somebody looked, and what came of it.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

enum class SearchWay : std::uint8_t { Remitter, PoHeader, Switchboard, SisterCompany, SalesOwner, Other };

struct SearchTry {
    SearchTryId id;
    CustomerId customer;
    SearchWay way = SearchWay::Switchboard;
    Date day;
    Instant at = 0;
    QString user;
    QString note;
    ContactId found; // none = nobody yet
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const SearchTry&) const = default;
};

inline constexpr int searchWayCount = int(SearchWay::Other) + 1;
QString searchWayName(SearchWay w); // "head of their purchase order"

} // namespace duedesk
