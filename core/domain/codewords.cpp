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
    QT_TRANSLATE_NOOP("duedesk::Lang", "call"),   QT_TRANSLATE_NOOP("duedesk::Lang", "e-mail"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "letter"), QT_TRANSLATE_NOOP("duedesk::Lang", "meeting"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "note"),   QT_TRANSLATE_NOOP("duedesk::Lang", "reply")};
constexpr std::array<const char*, 11> callOutcomes = {"",
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "promise to pay"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "says paid"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "dispute"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "voicemail"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "no answer"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "call back"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "wrong number"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "needs a document"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "refused, escalate"),
                                                      QT_TRANSLATE_NOOP("duedesk::Lang", "in process")};
constexpr std::array<const char*, 5> contactDefects = {
    "", QT_TRANSLATE_NOOP("duedesk::Lang", "bounced"), QT_TRANSLATE_NOOP("duedesk::Lang", "wrong number"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "wrong person"), QT_TRANSLATE_NOOP("duedesk::Lang", "left")};
constexpr std::array<const char*, 9> contactEventKinds = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "added"),           QT_TRANSLATE_NOOP("duedesk::Lang", "changed"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "verified"),        QT_TRANSLATE_NOOP("duedesk::Lang", "address confirmed"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "found wrong"),     QT_TRANSLATE_NOOP("duedesk::Lang", "right again"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "billing contact"), QT_TRANSLATE_NOOP("duedesk::Lang", "merged"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "has left")};
constexpr std::array<const char*, 11> contactFields = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "name"),          QT_TRANSLATE_NOOP("duedesk::Lang", "role"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "e-mail"),        QT_TRANSLATE_NOOP("duedesk::Lang", "phone"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "mobile"),        QT_TRANSLATE_NOOP("duedesk::Lang", "time zone"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "language"),      QT_TRANSLATE_NOOP("duedesk::Lang", "prefers"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "calling hours"), QT_TRANSLATE_NOOP("duedesk::Lang", "address"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "note")};
constexpr std::array<const char*, 6> contactRoles = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "other"),   QT_TRANSLATE_NOOP("duedesk::Lang", "AP clerk"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "AP lead"), QT_TRANSLATE_NOOP("duedesk::Lang", "finance head"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "sponsor"), QT_TRANSLATE_NOOP("duedesk::Lang", "shared inbox")};
constexpr std::array<const char*, 5> creditKinds = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "payment"), QT_TRANSLATE_NOOP("duedesk::Lang", "credit note"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "deposit"), QT_TRANSLATE_NOOP("duedesk::Lang", "reversal"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "recovery")};
constexpr std::array<const char*, 8> customerStatuses = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "active"),       QT_TRANSLATE_NOOP("duedesk::Lang", "insolvent"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "legal"),        QT_TRANSLATE_NOOP("duedesk::Lang", "agency"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "factored"),     QT_TRANSLATE_NOOP("duedesk::Lang", "prepaid"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "intercompany"), QT_TRANSLATE_NOOP("duedesk::Lang", "closed")};
constexpr std::array<const char*, 3> debitKinds = {QT_TRANSLATE_NOOP("duedesk::Lang", "invoice"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "debit note"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "finance charge")};
constexpr std::array<const char*, 4> exceptionKinds = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "extension"), QT_TRANSLATE_NOOP("duedesk::Lang", "waiver"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "skipped step"), QT_TRANSLATE_NOOP("duedesk::Lang", "override")};
constexpr std::array<const char*, 9> lateReasons = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "not coded"),        QT_TRANSLATE_NOOP("duedesk::Lang", "not received"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "billing error"),    QT_TRANSLATE_NOOP("duedesk::Lang", "PO"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "approval"),         QT_TRANSLATE_NOOP("duedesk::Lang", "dispute"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "cash application"), QT_TRANSLATE_NOOP("duedesk::Lang", "credit"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "plain late")};
constexpr std::array<const char*, 7> nextActionKinds = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "try again"),       QT_TRANSLATE_NOOP("duedesk::Lang", "follow up"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "call back"),       QT_TRANSLATE_NOOP("duedesk::Lang", "later"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "escalate"),        QT_TRANSLATE_NOOP("duedesk::Lang", "find a person"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "back on the list")};
constexpr std::array<const char*, 7> outboxStates = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "queued"),  QT_TRANSLATE_NOOP("duedesk::Lang", "sending"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "sent"),    QT_TRANSLATE_NOOP("duedesk::Lang", "failed"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "unknown"), QT_TRANSLATE_NOOP("duedesk::Lang", "cancelled"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "exported")};
constexpr std::array<const char*, 6> payerStates = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "sent"),         QT_TRANSLATE_NOOP("duedesk::Lang", "received"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "waits for PO"), QT_TRANSLATE_NOOP("duedesk::Lang", "in approval"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "scheduled"),    QT_TRANSLATE_NOOP("duedesk::Lang", "paid")};
constexpr std::array<const char*, 3> requestKinds = {QT_TRANSLATE_NOOP("duedesk::Lang", "document"),
                                                     QT_TRANSLATE_NOOP("duedesk::Lang", "credit"),
                                                     QT_TRANSLATE_NOOP("duedesk::Lang", "answer")};
constexpr std::array<const char*, 6> searchWays = {QT_TRANSLATE_NOOP("duedesk::Lang", "remitter of their payments"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "head of their purchase order"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "switchboard"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "sister company"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "our sales owner"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "elsewhere")};

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

QString bucketTitle(int bucket, const std::array<int, 3>& edges)
{
    return bucket == 0 ? Lang::tr("current") : bucketName(bucket, edges);
}

Words nextActionNote(const NextAction& n)
{
    const QString note = n.note.simplified();
    if (n.kind == NextActionKind::TryAgain && note == u"morning")
        return Lang::words("morning");
    if (n.kind == NextActionKind::TryAgain && note == u"afternoon")
        return Lang::words("afternoon");
    return n.kind == NextActionKind::Escalate ? rungNote(note) : recalled(note);
}

Words roleOf(const Contact& c)
{
    return c.role == ContactRole::Other && !c.roleText.isEmpty() ? Words(Name{c.roleText}) : wordsOf(c.role);
}

Words contactEventField(const ContactEvent& e)
{
    for (int i = 0; i < contactFieldCount; ++i)
        if (contactFieldName(ContactField(i)) == e.field)
            return wordsOf(ContactField(i));
    return Name{e.field};
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
