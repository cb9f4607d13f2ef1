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
};

QString requestKindName(RequestKind k); // "document", "credit", "answer"
std::optional<RequestKind> parseRequestKind(const QString& text);

} // namespace duedesk
