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

    static constexpr const char* table = "search_try";
    static constexpr const char* noun = "a search for a person";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &SearchTry::id);
        f("customer", &SearchTry::customer);
        f("way", &SearchTry::way);
        f("day", &SearchTry::day);
        f("at", &SearchTry::at);
        f("user", &SearchTry::user);
        f("note", &SearchTry::note);
        f("found", &SearchTry::found);
        f("operation", &SearchTry::operation);
        f("retracted_by", &SearchTry::retractedBy);
    }
};

inline constexpr int searchWayCount = int(SearchWay::Other) + 1;
QString searchWayName(SearchWay w); // "head of their purchase order"

} // namespace duedesk
