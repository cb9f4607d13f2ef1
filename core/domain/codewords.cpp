#include "core/domain/codewords.h"

#include "core/base/storedwords.h"

#include <array>

namespace duedesk {
namespace {

// In the order of the enumeration.
template <class E, std::size_t N> Words at(const std::array<const char*, N>& words, E e)
{
    const char* word = words[std::size_t(e)];
    return *word ? Lang::words(word) : Words();
}

constexpr std::array<const char*, 6> activityKinds = {
    QT_TRANSLATE_NOOP("Lang", "call"),    QT_TRANSLATE_NOOP("Lang", "e-mail"), QT_TRANSLATE_NOOP("Lang", "letter"),
    QT_TRANSLATE_NOOP("Lang", "meeting"), QT_TRANSLATE_NOOP("Lang", "note"),   QT_TRANSLATE_NOOP("Lang", "reply")};
constexpr std::array<const char*, 11> callOutcomes = {"",
                                                      QT_TRANSLATE_NOOP("Lang", "promise to pay"),
                                                      QT_TRANSLATE_NOOP("Lang", "says paid"),
                                                      QT_TRANSLATE_NOOP("Lang", "dispute"),
                                                      QT_TRANSLATE_NOOP("Lang", "voicemail"),
                                                      QT_TRANSLATE_NOOP("Lang", "no answer"),
                                                      QT_TRANSLATE_NOOP("Lang", "call back"),
                                                      QT_TRANSLATE_NOOP("Lang", "wrong number"),
                                                      QT_TRANSLATE_NOOP("Lang", "needs a document"),
                                                      QT_TRANSLATE_NOOP("Lang", "refused, escalate"),
                                                      QT_TRANSLATE_NOOP("Lang", "in process")};
constexpr std::array<const char*, 5> contactDefects = {
    "", QT_TRANSLATE_NOOP("Lang", "bounced"), QT_TRANSLATE_NOOP("Lang", "wrong number"),
    QT_TRANSLATE_NOOP("Lang", "wrong person"), QT_TRANSLATE_NOOP("Lang", "left")};
constexpr std::array<const char*, 9> contactEventKinds = {
    QT_TRANSLATE_NOOP("Lang", "added"),           QT_TRANSLATE_NOOP("Lang", "changed"),
    QT_TRANSLATE_NOOP("Lang", "verified"),        QT_TRANSLATE_NOOP("Lang", "address confirmed"),
    QT_TRANSLATE_NOOP("Lang", "found wrong"),     QT_TRANSLATE_NOOP("Lang", "right again"),
    QT_TRANSLATE_NOOP("Lang", "billing contact"), QT_TRANSLATE_NOOP("Lang", "merged"),
    QT_TRANSLATE_NOOP("Lang", "has left")};
constexpr std::array<const char*, 11> contactFields = {
    QT_TRANSLATE_NOOP("Lang", "name"),          QT_TRANSLATE_NOOP("Lang", "role"),
    QT_TRANSLATE_NOOP("Lang", "e-mail"),        QT_TRANSLATE_NOOP("Lang", "phone"),
    QT_TRANSLATE_NOOP("Lang", "mobile"),        QT_TRANSLATE_NOOP("Lang", "time zone"),
    QT_TRANSLATE_NOOP("Lang", "language"),      QT_TRANSLATE_NOOP("Lang", "prefers"),
    QT_TRANSLATE_NOOP("Lang", "calling hours"), QT_TRANSLATE_NOOP("Lang", "address"),
    QT_TRANSLATE_NOOP("Lang", "note")};
constexpr std::array<const char*, 6> contactRoles = {
    QT_TRANSLATE_NOOP("Lang", "other"),   QT_TRANSLATE_NOOP("Lang", "AP clerk"),
    QT_TRANSLATE_NOOP("Lang", "AP lead"), QT_TRANSLATE_NOOP("Lang", "finance head"),
    QT_TRANSLATE_NOOP("Lang", "sponsor"), QT_TRANSLATE_NOOP("Lang", "shared inbox")};
constexpr std::array<const char*, 5> creditKinds = {
    QT_TRANSLATE_NOOP("Lang", "payment"), QT_TRANSLATE_NOOP("Lang", "credit note"),
    QT_TRANSLATE_NOOP("Lang", "deposit"), QT_TRANSLATE_NOOP("Lang", "reversal"), QT_TRANSLATE_NOOP("Lang", "recovery")};
constexpr std::array<const char*, 8> customerStatuses = {
    QT_TRANSLATE_NOOP("Lang", "active"),       QT_TRANSLATE_NOOP("Lang", "insolvent"),
    QT_TRANSLATE_NOOP("Lang", "legal"),        QT_TRANSLATE_NOOP("Lang", "agency"),
    QT_TRANSLATE_NOOP("Lang", "factored"),     QT_TRANSLATE_NOOP("Lang", "prepaid"),
    QT_TRANSLATE_NOOP("Lang", "intercompany"), QT_TRANSLATE_NOOP("Lang", "closed")};
constexpr std::array<const char*, 3> debitKinds = {QT_TRANSLATE_NOOP("Lang", "invoice"),
                                                   QT_TRANSLATE_NOOP("Lang", "debit note"),
                                                   QT_TRANSLATE_NOOP("Lang", "finance charge")};
constexpr std::array<const char*, 4> exceptionKinds = {
    QT_TRANSLATE_NOOP("Lang", "extension"), QT_TRANSLATE_NOOP("Lang", "waiver"),
    QT_TRANSLATE_NOOP("Lang", "skipped step"), QT_TRANSLATE_NOOP("Lang", "override")};
constexpr std::array<const char*, 9> lateReasons = {
    QT_TRANSLATE_NOOP("Lang", "not coded"),        QT_TRANSLATE_NOOP("Lang", "not received"),
    QT_TRANSLATE_NOOP("Lang", "billing error"),    QT_TRANSLATE_NOOP("Lang", "PO"),
    QT_TRANSLATE_NOOP("Lang", "approval"),         QT_TRANSLATE_NOOP("Lang", "dispute"),
    QT_TRANSLATE_NOOP("Lang", "cash application"), QT_TRANSLATE_NOOP("Lang", "credit"),
    QT_TRANSLATE_NOOP("Lang", "plain late")};
constexpr std::array<const char*, 7> nextActionKinds = {
    QT_TRANSLATE_NOOP("Lang", "try again"),       QT_TRANSLATE_NOOP("Lang", "follow up"),
    QT_TRANSLATE_NOOP("Lang", "call back"),       QT_TRANSLATE_NOOP("Lang", "later"),
    QT_TRANSLATE_NOOP("Lang", "escalate"),        QT_TRANSLATE_NOOP("Lang", "find a person"),
    QT_TRANSLATE_NOOP("Lang", "back on the list")};
constexpr std::array<const char*, 7> outboxStates = {
    QT_TRANSLATE_NOOP("Lang", "queued"),  QT_TRANSLATE_NOOP("Lang", "sending"), QT_TRANSLATE_NOOP("Lang", "sent"),
    QT_TRANSLATE_NOOP("Lang", "failed"),  QT_TRANSLATE_NOOP("Lang", "unknown"), QT_TRANSLATE_NOOP("Lang", "cancelled"),
    QT_TRANSLATE_NOOP("Lang", "exported")};
constexpr std::array<const char*, 6> payerStates = {
    QT_TRANSLATE_NOOP("Lang", "sent"),         QT_TRANSLATE_NOOP("Lang", "received"),
    QT_TRANSLATE_NOOP("Lang", "waits for PO"), QT_TRANSLATE_NOOP("Lang", "in approval"),
    QT_TRANSLATE_NOOP("Lang", "scheduled"),    QT_TRANSLATE_NOOP("Lang", "paid")};
constexpr std::array<const char*, 3> requestKinds = {
    QT_TRANSLATE_NOOP("Lang", "document"), QT_TRANSLATE_NOOP("Lang", "credit"), QT_TRANSLATE_NOOP("Lang", "answer")};
constexpr std::array<const char*, 6> searchWays = {QT_TRANSLATE_NOOP("Lang", "remitter of their payments"),
                                                    QT_TRANSLATE_NOOP("Lang", "head of their purchase order"),
                                                    QT_TRANSLATE_NOOP("Lang", "switchboard"),
                                                    QT_TRANSLATE_NOOP("Lang", "sister company"),
                                                    QT_TRANSLATE_NOOP("Lang", "our sales owner"),
                                                    QT_TRANSLATE_NOOP("Lang", "elsewhere")};

Words rungNote(const QString& note)
{
    const QString code = note.section(u':', 0, 0);
    const ContactRole role = parseContactRole(code);
    if (roleName(role) != code)
        return Name{note};
    const QString name = note.section(u':', 1).trimmed();
    return name.isEmpty() ? wordsOf(role) : Lang::words("%1: %2", wordsOf(role), name);
}

} // namespace

Words wordsOf(ActivityKind k) { return at(activityKinds, k); }
Words wordsOf(CallOutcome o) { return at(callOutcomes, o); }
Words wordsOf(ContactDefect d) { return at(contactDefects, d); }
Words wordsOf(ContactEventKind k) { return at(contactEventKinds, k); }
Words wordsOf(ContactField f) { return at(contactFields, f); }
Words wordsOf(ContactRole r) { return at(contactRoles, r); }
Words wordsOf(CreditKind k) { return at(creditKinds, k); }
Words wordsOf(CustomerStatus s) { return at(customerStatuses, s); }
Words wordsOf(DebitKind k) { return at(debitKinds, k); }
Words wordsOf(ExceptionKind k) { return at(exceptionKinds, k); }
Words wordsOf(LateReason r) { return at(lateReasons, r); }
Words wordsOf(NextActionKind k) { return at(nextActionKinds, k); }
Words wordsOf(OutboxState s) { return at(outboxStates, s); }
Words wordsOf(PayerState s) { return at(payerStates, s); }
Words wordsOf(RequestKind k) { return at(requestKinds, k); }
Words wordsOf(SearchWay w) { return at(searchWays, w); }

Words nextActionNote(const NextAction& n)
{
    const QString note = n.note.simplified();
    if (n.kind == NextActionKind::TryAgain && note == u"morning")
        return Lang::words("morning");
    if (n.kind == NextActionKind::TryAgain && note == u"afternoon")
        return Lang::words("afternoon");
    return n.kind == NextActionKind::Escalate ? rungNote(note) : recalled(note);
}

Words contactEventValue(const ContactEvent& e, const QString& value)
{
    if (e.field == contactFieldName(ContactField::Role))
        if (const ContactRole role = parseContactRole(value); roleName(role) == value)
            return wordsOf(role);
    for (const ContactDefect d :
         {ContactDefect::Bounced, ContactDefect::WrongNumber, ContactDefect::WrongPerson, ContactDefect::Left})
        if ((e.kind == ContactEventKind::DefectFound || e.kind == ContactEventKind::DefectCleared)
            && defectName(d) == value)
            return wordsOf(d);
    return Name{value};
}

} // namespace duedesk
