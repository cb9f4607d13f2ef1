#include "ui/pages/contacts/contacthistory.h"

#include "core/base/storedwords.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/domain/contactfields.h"
#include "ui/models/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr std::size_t shownAtMost = 20;

// "phone: 1 → 2"
QString changed(const ContactEvent& e, const QString& before, const QString& after)
{
    return Lang::tr("%1: %2 \u2192 %3", "a field, before, after").arg(say(contactEventField(e)), before, after);
}

QString words(const ContactEvent& e)
{
    const auto quoted = [](const QString& t) { return t.isEmpty() ? Lang::tr("nothing") : t.simplified(); };
    switch (e.kind) {
    case ContactEventKind::Added:
        return e.field.isEmpty() ? Lang::tr("added")
                                 : Lang::tr("%1 entered: %2")
                                       .arg(say(contactEventField(e)), quoted(say(contactEventValue(e, e.after))));
    case ContactEventKind::Changed:
        return changed(e, quoted(say(contactEventValue(e, e.before))), quoted(say(contactEventValue(e, e.after))));
    case ContactEventKind::Verified: return Lang::tr("verified");
    case ContactEventKind::Confirmed: return Lang::tr("address confirmed");
    case ContactEventKind::DefectFound:
        return Lang::tr("found wrong: %1").arg(quoted(say(contactEventValue(e, e.after))));
    case ContactEventKind::DefectCleared:
        return Lang::tr("mark taken off: %1").arg(quoted(say(contactEventValue(e, e.before))));
    case ContactEventKind::BillingSet:
        return e.before.isEmpty() ? Lang::tr("billing contact")
                                  : Lang::tr("billing contact, in place of %1").arg(e.before);
    case ContactEventKind::Merged:
        if (!e.field.isEmpty())
            return changed(e, quoted(say(contactEventValue(e, e.before))), quoted(say(contactEventValue(e, e.after))));
        return e.after.isEmpty() ? Lang::tr("took over %1").arg(e.before) : Lang::tr("merged into %1").arg(e.after);
    case ContactEventKind::Left: return Lang::tr("has left");
    }
    return {};
}

QString dated(Date day, const QString& user, const QString& what, const QString& how)
{
    QStringList said{what, how.simplified()};
    said.removeAll(QString());
    QStringList parts{dateText(day), user, said.join(u", "_s)};
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

} // namespace

QStringList contactHistory(const Book& book, const Contact& contact)
{
    std::vector<const ContactEvent*> events;
    for (const std::uint32_t row : book.rowsOf<ContactEvent>(book.customerRow(contact.customer)))
        if (const ContactEvent& e = book.rows<ContactEvent>()[row]; e.contact == contact.id)
            events.push_back(&e);
    std::stable_sort(events.begin(), events.end(), [](const ContactEvent* a, const ContactEvent* b) {
        return a->at != b->at ? a->at > b->at : a->id > b->id;
    });
    QStringList out;
    for (std::size_t i = 0; i < std::min(events.size(), shownAtMost); ++i)
        out += dated(events[i]->day, events[i]->user, words(*events[i]), say(recalled(events[i]->how)));
    return out;
}

QStringList searchHistory(const Book& book, std::uint32_t payer)
{
    std::vector<const SearchTry*> tries;
    for (const std::uint32_t row : book.rowsOf<SearchTry>(payer))
        tries.push_back(&book.rows<SearchTry>()[row]);
    std::stable_sort(tries.begin(), tries.end(), [](const SearchTry* a, const SearchTry* b) { return a->at > b->at; });
    QStringList out;
    for (std::size_t i = 0; i < std::min(tries.size(), shownAtMost); ++i)
        out += dated(tries[i]->day, tries[i]->user, say(wordsOf(tries[i]->way)), tries[i]->note);
    return out;
}

QStringList searchWays()
{
    QStringList out;
    for (int way = 0; way < searchWayCount; ++way)
        out += titleOf(SearchWay(way));
    return out;
}

} // namespace duedesk
