// The edge of a thread, a slot or a command: whatever ends an operation by an exception becomes an Error here, so that
// nothing thrown leaves a thread or ends the program. Every thread of ours runs its work through atEdge().
#pragma once
#include "core/base/error.h"

#include <type_traits>
#include <utility>

namespace duedesk {

// Ends an operation with its Error ready; travels inside one layer and is caught at the edge.
struct Failure {
    Error error;
};

// The exception being handled, as an Error: a Failure's own; StorageFailed for want of memory; else Defect with what
// was being done, what was thrown, and that it should be reported. `doing`: "the call list was worked out".
Error errorOfException(QStringView doing);

// A door for tests: the next edge of this name throws before it runs anything. Empty = none.
void injectAtEdge(const QString& doing);
void enterEdge(QStringView doing); // throws where a test asked for it

// Runs f() and hands on its value or its own Result; what it throws becomes an Error.
template <class F> auto atEdge(QStringView doing, F&& f)
{
    using Returned = std::decay_t<decltype(f())>;
    constexpr bool isResult = requires(Returned v) {
        { v.error() } -> std::convertible_to<Error>;
    };
    using Out =
        typename std::conditional_t<isResult, std::type_identity<Returned>, std::type_identity<Result<Returned>>>::type;
    try {
        enterEdge(doing);
        if constexpr (std::is_void_v<Returned>) {
            f();
            return Out{};
        } else {
            return Out(f());
        }
    } catch (...) {
        return Out(std::unexpected<Error>(errorOfException(doing)));
    }
}

} // namespace duedesk
