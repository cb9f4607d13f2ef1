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

    static constexpr const char* table = "rate";
    static constexpr const char* noun = "a rate";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Rate::id);
        f("currency", &Rate::currency);
        f("valid_from", &Rate::validFrom);
        f("rate", &Rate::rate);
        f("batch", &Rate::batch);
        f("retracted_by", &Rate::retractedBy);
    }
};

// A goal for a metric: "dso", "cei", "pct_current", "promises_kept". Value in ten-thousandths of the metric's unit.
struct Target {
    TargetId id;
    QString metric;
    Date validFrom;
    std::int64_t value = 0;
    OperationId retractedBy;
    bool operator==(const Target&) const = default;

    static constexpr const char* table = "target";
    static constexpr const char* noun = "a target";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Target::id);
        f("metric", &Target::metric);
        f("valid_from", &Target::validFrom);
        f("value", &Target::value);
        f("retracted_by", &Target::retractedBy);
    }
};

struct Holiday {
    HolidayId id;
    QString calendar; // "" = the book's
    Date date;
    QString name;
    BatchId batch;
    OperationId retractedBy;
    bool operator==(const Holiday&) const = default;

    static constexpr const char* table = "holiday";
    static constexpr const char* noun = "a holiday";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Holiday::id);
        f("calendar", &Holiday::calendar);
        f("date", &Holiday::date);
        f("name", &Holiday::name);
        f("batch", &Holiday::batch);
        f("retracted_by", &Holiday::retractedBy);
    }
};

enum class Role : std::uint8_t { Clerk, Manager, FinanceHead, Partner, Admin };

struct User {
    UserId id;
    QString name;
    Role role = Role::FinanceHead;
    OperationId retractedBy;
    bool operator==(const User&) const = default;

    static constexpr const char* table = "user_account";
    static constexpr const char* noun = "a user";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &User::id);
        f("name", &User::name);
        f("role", &User::role);
        f("retracted_by", &User::retractedBy);
    }
};

// A remembered column mapping for a source of files; `json` is the map file of the command line.
struct MappingProfile {
    ProfileId id;
    QString name;
    QString signature; // digest of the headings it fits
    QByteArray json;
    OperationId retractedBy;
    bool operator==(const MappingProfile&) const = default;

    static constexpr const char* table = "mapping_profile";
    static constexpr const char* noun = "a column profile";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &MappingProfile::id);
        f("name", &MappingProfile::name);
        f("signature", &MappingProfile::signature);
        f("json", &MappingProfile::json);
        f("retracted_by", &MappingProfile::retractedBy);
    }
};

} // namespace duedesk
