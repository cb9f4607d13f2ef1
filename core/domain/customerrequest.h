// What a customer waits for from us: a document, a credit or an answer. While one is open we owe them, and no
// dunning goes out; it has an owner of ours and a day.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <optional>

namespace duedesk {

enum class RequestKind : std::uint8_t { Document, Credit, Answer };

struct CustomerRequest {
    RequestId id;
    CustomerId customer; // the payer
    ContactId contact;   // who asked
    DebitId debit;       // about which invoice; none = the account
    RequestKind kind = RequestKind::Document;
    QString what;        // "copy of invoice 4711", "signed delivery note"
    Date openedOn;
    Date dueOn;          // by when we said we would
    QString owner;       // our colleague
    Date doneOn;         // invalid = open
    QString doneNote;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const CustomerRequest&) const = default;

    static constexpr const char* table = "customer_request";
    static constexpr const char* noun = "a request";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &CustomerRequest::id);
        f("customer", &CustomerRequest::customer);
        f("contact", &CustomerRequest::contact);
        f("debit", &CustomerRequest::debit);
        f("kind", &CustomerRequest::kind);
        f("what", &CustomerRequest::what);
        f("opened_on", &CustomerRequest::openedOn);
        f("due_on", &CustomerRequest::dueOn);
        f("owner", &CustomerRequest::owner);
        f("done_on", &CustomerRequest::doneOn);
        f("done_note", &CustomerRequest::doneNote);
        f("operation", &CustomerRequest::operation);
        f("retracted_by", &CustomerRequest::retractedBy);
    }
};

QString requestKindName(RequestKind k); // "document", "credit", "answer"
std::optional<RequestKind> parseRequestKind(const QString& text);

} // namespace duedesk
