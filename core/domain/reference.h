// Small reference records: rates, targets, holidays, users, mapping profiles.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/rate.h"

#include <QByteArray>
#include <QString>

namespace duedesk {

struct Rate {
    RateId id;
    Currency currency;
    Date validFrom;
    DecimalRate rate; // base per 1 unit
    BatchId batch;
    OperationId retractedBy;
    bool operator==(const Rate&) const = default;
};

// A goal for a metric: "dso", "cei", "pct_current", "promises_kept". Value in ten-thousandths of the metric's unit.
struct Target {
    TargetId id;
    QString metric;
    Date validFrom;
    std::int64_t value = 0;
    OperationId retractedBy;
    bool operator==(const Target&) const = default;
};

struct Holiday {
    HolidayId id;
    QString calendar; // "" = the book's
    Date date;
    QString name;
    BatchId batch;
    OperationId retractedBy;
    bool operator==(const Holiday&) const = default;
};

enum class Role : std::uint8_t { Clerk, Manager, FinanceHead, Partner, Admin };

struct User {
    UserId id;
    QString name;
    Role role = Role::FinanceHead;
    OperationId retractedBy;
    bool operator==(const User&) const = default;
};

// A remembered column mapping for a source of files; `json` is the map file of the command line.
struct MappingProfile {
    ProfileId id;
    QString name;
    QString signature; // digest of the headings it fits
    QByteArray json;
    OperationId retractedBy;
    bool operator==(const MappingProfile&) const = default;
};

} // namespace duedesk
