// The one error type: what went wrong, where (file, row, field), why, and what the reader can do next.
// Travels by value through std::expected; exceptions never cross a layer.
#pragma once
#include "core/base/words.h"

#include <QString>
#include <expected>

namespace duedesk {

enum class ErrorCode {
    Usage,         // wrong arguments, unknown filter field
    InputRejected, // bad rows, unknown customer, ambiguous reading
    BookMissing,   // no such file
    BookForeign,   // not a Duedesk book, or a newer one
    BookDamaged,   // fails its checks
    StorageFailed, // disk full, I/O error, busy
    Refused,       // policy, role or conflict
    CheckFailed,   // verify, audit verify
    Cancelled,     // the user stopped it
    Unreachable,   // a mail server or a keychain is not there, or not safe to talk to
    Defect,        // a fault of this program: an exception that met the edge of a thread (edge.h)
};

// Exit code of duedeskctl for an error of this kind (docs/guide/cli.md): 1..5; 3 for a defect.
int exitCode(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::InputRejected;
    Words what;          // "is not a date"
    Words remedy;        // "write dates as YYYY-MM-DD"; may be empty
    QString file;        // as the user named it
    qint64 row = 0;      // 1-based line of the record's start; 0 = not about a row
    QString field;       // heading or field name
    QString value;       // excerpt of the offending value, control characters escaped

    // "FILE:ROW:FIELD: what; what to do" without the parts that are empty.
    QString message() const;
    bool operator==(const Error&) const = default;
};

template <class T> using Result = std::expected<T, Error>;
using Outcome = Result<void>;

inline std::unexpected<Error> fail(Error e) { return std::unexpected<Error>(std::move(e)); }
inline std::unexpected<Error> fail(ErrorCode code, Words what, Words remedy = {}, QString field = {})
{
    Error e;
    e.code = code;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    e.field = std::move(field);
    return std::unexpected<Error>(std::move(e));
}

// Input of one field is not taken: InputRejected with the field, what is wrong with it and what to write instead.
inline std::unexpected<Error> refuse(QString field, Words what, Words remedy = {}, QString value = {})
{
    auto refusal = fail(ErrorCode::InputRejected, std::move(what), std::move(remedy), std::move(field));
    refusal.error().value = std::move(value);
    return refusal;
}
// Hands the error of one result on as that of another.
inline std::unexpected<Error> failed(const Error& e) { return std::unexpected<Error>(e); }
template <class T> std::unexpected<Error> failed(const Result<T>& r) { return std::unexpected<Error>(r.error()); }

// Checks an invariant in every build. A violation is a defect of ours, never reachable by input: it
// ends the operation with std::logic_error, which the edge of its thread (edge.h) turns into an Error.
void invariant(bool holds, const char* what);

} // namespace duedesk
