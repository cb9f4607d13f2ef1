// The words for what is kept beside a call: payer states, reasons for being late, kinds of requests and exceptions.
#include "core/base/text.h"
#include "core/domain/customerrequest.h"
#include "core/domain/exceptionentry.h"
#include "core/domain/invoicemark.h"
#include "core/domain/payerstatus.h"
#include "core/domain/searchtry.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<QStringView, 6> payerStates = {u"sent",        u"received",  u"waits for PO",
                                                    u"in approval", u"scheduled", u"paid"};
constexpr std::array<QStringView, lateReasonCount> lateReasons = {
    u"not coded", u"not received",     u"billing error", u"PO",        u"approval",
    u"dispute",   u"cash application", u"credit",        u"plain late"};
constexpr std::array<QStringView, 4> exceptionKinds = {u"extension", u"waiver", u"skipped step", u"override"};
constexpr std::array<QStringView, 3> requestKinds = {u"document", u"credit", u"answer"};
constexpr std::array<QStringView, searchWayCount> searchWays = {u"remitter of their payments",
                                                                u"head of their purchase order",
                                                                u"switchboard",
                                                                u"sister company",
                                                                u"our sales owner",
                                                                u"elsewhere"};

QString plain(QStringView text) { return foldForSearch(text.toString()).replace(u'-', u' ').replace(u'_', u' '); }

// The name itself, else the only one that the text begins.
template <class E, std::size_t N> std::optional<E> parse(const std::array<QStringView, N>& names, const QString& text)
{
    const QString wanted = plain(text).trimmed();
    std::optional<E> found;
    int begins = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const QString name = plain(names[i]);
        if (name == wanted)
            return E(i);
        if (!wanted.isEmpty() && name.startsWith(wanted)) {
            found = E(i);
            ++begins;
        }
    }
    return begins == 1 ? found : std::nullopt;
}

} // namespace

QString payerStateName(PayerState s) { return payerStates[std::size_t(s)].toString(); }
QString lateReasonName(LateReason r) { return lateReasons[std::size_t(r)].toString(); }
QString exceptionKindName(ExceptionKind k) { return exceptionKinds[std::size_t(k)].toString(); }
QString searchWayName(SearchWay w) { return searchWays[std::size_t(w)].toString(); }
QString requestKindName(RequestKind k) { return requestKinds[std::size_t(k)].toString(); }

std::optional<PayerState> parsePayerState(const QString& text)
{
    const QString t = plain(text).trimmed();
    if (t == u"po" || t == u"waits for goods receipt" || t == u"goods receipt")
        return PayerState::WaitsForPo;
    return t == u"approval" ? PayerState::InApproval : parse<PayerState>(payerStates, text);
}

std::optional<LateReason> parseLateReason(const QString& text)
{
    return plain(text).trimmed() == u"none" ? LateReason::None : parse<LateReason>(lateReasons, text);
}

std::optional<ExceptionKind> parseExceptionKind(const QString& text)
{
    return parse<ExceptionKind>(exceptionKinds, text);
}

std::optional<RequestKind> parseRequestKind(const QString& text) { return parse<RequestKind>(requestKinds, text); }

} // namespace duedesk
