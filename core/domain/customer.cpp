#include "core/domain/customer.h"

#include "core/base/text.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 8> names = {"active",   "insolvent", "legal",        "agency",
                                              "factored", "prepaid",   "intercompany", "closed"};

} // namespace

QString Customer::searchKey() const { return foldForSearch(name); }

StatusRules rulesOf(CustomerStatus s)
{
    switch (s) {
    case CustomerStatus::Active: return {true, true, true};
    case CustomerStatus::Insolvent: return {false, true, false};
    case CustomerStatus::Legal: return {false, true, false};
    case CustomerStatus::Agency: return {false, true, false};
    case CustomerStatus::Factored: return {false, true, false};
    case CustomerStatus::Prepaid: return {true, false, true};
    case CustomerStatus::Intercompany: return {false, false, false};
    case CustomerStatus::Closed: return {true, true, true};
    }
    return {true, true, true};
}

QString statusName(CustomerStatus s) { return QString::fromLatin1(names[std::size_t(s)]); }

std::optional<CustomerStatus> parseCustomerStatus(const QString& text)
{
    const QString t = text.trimmed().toLower();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (t == QLatin1String(names[i]))
            return CustomerStatus(i);
    return std::nullopt;
}

} // namespace duedesk
