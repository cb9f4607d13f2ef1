// A legal entity of ours that issues invoices. "Cash known through" is kept per company, because bank
// data arrive per company.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

struct Company {
    CompanyId id;
    QString code; // as files write it, e.g. "U001"; the key
    QString name;
    Currency currency;
    QString zone;
    QString calendar;
    Date cashThrough; // stated at import; invalid = the latest payment date of the company stands in
    OperationId retractedBy;
    QString letterhead; // lines above our letters: name, address, how to reach us
    bool operator==(const Company&) const = default;

    static constexpr const char* table = "company";
    static constexpr const char* noun = "a company";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Company::id);
        f("code", &Company::code);
        f("name", &Company::name);
        f("currency", &Company::currency);
        f("zone", &Company::zone);
        f("calendar", &Company::calendar);
        f("cash_through", &Company::cashThrough);
        f("retracted_by", &Company::retractedBy);
        f.later("letterhead", &Company::letterhead);
    }
};

} // namespace duedesk
