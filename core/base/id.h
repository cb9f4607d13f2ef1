// Typed row ids: a CustomerId cannot be passed where a DebitId is meant. Ids are positive, given out in
// blocks by the store and never reused; 0 is "none".
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace duedesk {

template <class Tag> struct Id {
    std::int64_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::int64_t v) : value(v) {}
    constexpr bool isValid() const { return value > 0; }
    constexpr explicit operator bool() const { return isValid(); }
    constexpr auto operator<=>(const Id&) const = default;
};

using CompanyId = Id<struct CompanyTag>;
using CustomerId = Id<struct CustomerTag>;
using ContactId = Id<struct ContactTag>;
using DebitId = Id<struct DebitTag>;
using CreditId = Id<struct CreditTag>;
using AllocationId = Id<struct AllocationTag>;
using WriteOffId = Id<struct WriteOffTag>;
using ActivityId = Id<struct ActivityTag>;
using PromiseId = Id<struct PromiseTag>;
using DisputeId = Id<struct DisputeTag>;
using NextActionId = Id<struct NextActionTag>;
using RateId = Id<struct RateTag>;
using TargetId = Id<struct TargetTag>;
using PolicyId = Id<struct PolicyTag>;
using HolidayId = Id<struct HolidayTag>;
using BatchId = Id<struct BatchTag>;
using UserId = Id<struct UserTag>;
using ProfileId = Id<struct ProfileTag>;
using ContactEventId = Id<struct ContactEventTag>;
using SearchTryId = Id<struct SearchTryTag>;
using ConfirmById = Id<struct ConfirmByTag>;
using RequestId = Id<struct RequestTag>;
using PayerStatusId = Id<struct PayerStatusTag>;
using InvoiceMarkId = Id<struct InvoiceMarkTag>;
using PlanId = Id<struct PlanTag>;
using ExceptionId = Id<struct ExceptionTag>;
using StrategyId = Id<struct StrategyTag>;
using TemplateId = Id<struct TemplateTag>;
using OutboxId = Id<struct OutboxTag>;
using MailAccountId = Id<struct MailAccountTag>;
using AttachmentId = Id<struct AttachmentTag>;
using SavedViewId = Id<struct SavedViewTag>;
using DraftId = Id<struct DraftTag>;
// One user gesture (or one import). A retry carries the same id and therefore lands once.
using OperationId = Id<struct OperationTag>;

} // namespace duedesk

template <class Tag> struct std::hash<duedesk::Id<Tag>> {
    std::size_t operator()(duedesk::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
