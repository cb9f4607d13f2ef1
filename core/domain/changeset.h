// What one command changes, as data: rows before and after, per table, and posted lines that come and go. Undo is the
// same data turned round.
#pragma once
#include "core/base/words.h"
#include "core/domain/activity.h"
#include "core/domain/attachment.h"
#include "core/domain/company.h"
#include "core/domain/confirmby.h"
#include "core/domain/contact.h"
#include "core/domain/contactevent.h"
#include "core/domain/customer.h"
#include "core/domain/customerrequest.h"
#include "core/domain/dispute.h"
#include "core/domain/draft.h"
#include "core/domain/exceptionentry.h"
#include "core/domain/importbatch.h"
#include "core/domain/invoicemark.h"
#include "core/domain/lettertemplate.h"
#include "core/domain/mailaccount.h"
#include "core/domain/nextaction.h"
#include "core/domain/outboxmessage.h"
#include "core/domain/payerstatus.h"
#include "core/domain/plan.h"
#include "core/domain/policy.h"
#include "core/domain/posting.h"
#include "core/domain/promise.h"
#include "core/domain/reference.h"
#include "core/domain/savedview.h"
#include "core/domain/searchtry.h"
#include "core/domain/strategy.h"

#include <optional>
#include <tuple>
#include <vector>

namespace duedesk {

template <class T> struct RowChange {
    std::optional<T> before; // none = the row is new
    T after;                 // with retractedBy set = the row leaves the book
    bool operator==(const RowChange&) const = default;
};

// Every record that commands may change: the one list of them. A new type is its header with its fields, a word at the
// end of this list (its place is its number in the file), and a migration; columns, references, the feed, digests,
// before-images and what an undo of an import depends on follow. Between the two halves stand the posted lines.
#define DUEDESK_FIRST_RECORDS                                                                                          \
    Company, Customer, Contact, Activity, NextAction, Promise, Dispute, Policy, Rate, Target, Holiday, User,           \
        MappingProfile, ImportBatch
#define DUEDESK_LATER_RECORDS                                                                                          \
    ContactEvent, SearchTry, ConfirmBy, CustomerRequest, PayerStatus, InvoiceMark, Plan, ExceptionEntry, Strategy,     \
        LetterTemplate, OutboxMessage, MailAccount, Attachment, SavedView, Draft
using RecordTypes = std::tuple<DUEDESK_FIRST_RECORDS, DUEDESK_LATER_RECORDS>;
inline constexpr std::size_t recordTypeCount = std::tuple_size_v<RecordTypes>;

template <template <class> class Of, class Types> struct MapTypes;
template <template <class> class Of, class... T> struct MapTypes<Of, std::tuple<T...>> {
    using type = std::tuple<Of<T>...>;
};
template <class T> using RowChanges = std::vector<RowChange<T>>;

struct ChangeSet {
    OperationId operation;
    QString action;  // "call logged": the audit's word for it
    Words summary;   // one sentence for the undo bar: "Voicemail logged for X. Next try Mon 17 Nov, morning."
    QString object;  // whom it is about: the customer's external id, a batch id
    MapTypes<RowChanges, RecordTypes>::type tables;
    PostedChange posted;

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
    // gets its before-image; posted lines that came go, those that went come back.
    ChangeSet inverted(OperationId op) const;
};

} // namespace duedesk
