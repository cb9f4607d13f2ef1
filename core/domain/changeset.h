// What one command changes, as data: rows before and after, per table. Undo is the same data turned round.
#pragma once
#include "core/domain/activity.h"
#include "core/domain/company.h"
#include "core/domain/contact.h"
#include "core/domain/customer.h"
#include "core/domain/dispute.h"
#include "core/domain/importbatch.h"
#include "core/domain/nextaction.h"
#include "core/domain/policy.h"
#include "core/domain/promise.h"
#include "core/domain/reference.h"

#include <optional>
#include <tuple>
#include <vector>

namespace duedesk {

template <class T> struct RowChange {
    std::optional<T> before; // none = the row is new
    T after;                 // with retractedBy set = the row leaves the book
    bool operator==(const RowChange&) const = default;
};

// Every record that commands may change. Posted lines come and go only with an import batch.
using RecordTypes = std::tuple<Company, Customer, Contact, Activity, NextAction, Promise, Dispute, Policy, Rate, Target,
                               Holiday, User, MappingProfile, ImportBatch>;

template <template <class> class Of, class Types> struct MapTypes;
template <template <class> class Of, class... T> struct MapTypes<Of, std::tuple<T...>> {
    using type = std::tuple<Of<T>...>;
};
template <class T> using RowChanges = std::vector<RowChange<T>>;

struct ChangeSet {
    OperationId operation;
    QString action;  // "call logged": the audit's word for it
    QString summary; // one sentence for the undo bar: "Voicemail logged for X. Next try Mon 17 Nov, morning."
    QString object;  // whom it is about: the customer's external id, a batch id
    MapTypes<RowChanges, RecordTypes>::type tables;

    template <class T> RowChanges<T>& of() { return std::get<RowChanges<T>>(tables); }
    template <class T> const RowChanges<T>& of() const { return std::get<RowChanges<T>>(tables); }
    template <class T> void insert(T t) { of<T>().push_back({std::nullopt, std::move(t)}); }
    template <class T> void change(T before, T after)
    {
        if (!(before == after))
            of<T>().push_back({std::move(before), std::move(after)});
    }
    // f(vector<RowChange<T>>&) for every table.
    template <class F> void forEachTable(F&& f) const
    {
        std::apply([&](const auto&... t) { (f(t), ...); }, tables);
    }
    bool isEmpty() const;
    // The set that takes this one back, done as operation `op`: an inserted row is retracted, a changed one
    // gets its before-image.
    ChangeSet inverted(OperationId op) const;
};

} // namespace duedesk
