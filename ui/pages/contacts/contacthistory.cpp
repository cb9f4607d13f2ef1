#include "ui/pages/contacts/contacthistory.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"
#include "core/domain/contactfields.h"
#include "ui/models/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr std::size_t shownAtMost = 20;

QString fieldWords(const QString& name)
{
    for (int i = 0; i < contactFieldCount; ++i)
        if (contactFieldName(ContactField(i)) == name)
            return contactFieldTitle(ContactField(i)).toLower();
    return name;
}

QString words(const ContactEvent& e)
{
    const auto quoted = [](const QString& t) { return t.isEmpty() ? u"nothing"_s : t.simplified(); };
    switch (e.kind) {
    case ContactEventKind::Added:
        return e.field.isEmpty()
                   ? u"added"_s
                   : QString(fieldWords(e.field) + u" entered: "_s + quoted(say(contactEventValue(e, e.after))));
    case ContactEventKind::Changed:
        return fieldWords(e.field) + u": "_s + quoted(say(contactEventValue(e, e.before))) + u" \u2192 "_s
               + quoted(say(contactEventValue(e, e.after)));
    case ContactEventKind::Verified: return u"verified"_s;
    case ContactEventKind::Confirmed: return u"address confirmed"_s;
    case ContactEventKind::DefectFound: return u"found wrong: "_s + quoted(say(contactEventValue(e, e.after)));
    case ContactEventKind::DefectCleared: return u"mark taken off: "_s + quoted(say(contactEventValue(e, e.before)));
    case ContactEventKind::BillingSet:
        return e.before.isEmpty() ? u"billing contact"_s : QString(u"billing contact, in place of "_s + e.before);
    case ContactEventKind::Merged:
        return e.field.isEmpty() ? QString((e.after.isEmpty() ? u"took over "_s : u"merged into "_s)
                                           + (e.after.isEmpty() ? e.before : e.after))
                                 : QString(fieldWords(e.field) + u": "_s + quoted(say(contactEventValue(e, e.before)))
                                           + u" \u2192 "_s + quoted(say(contactEventValue(e, e.after))));
    case ContactEventKind::Left: return u"has left"_s;
    }
    return {};
}

QString dated(Date day, const QString& user, const QString& what, const QString& how)
{
    QStringList parts{dateText(day), user, how.isEmpty() ? what : QString(what + u", "_s + how.simplified())};
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
    for (int way = 0; way < searchWayCount; ++way) {
        out += titleOf(SearchWay(way));
    }
    return out;
}

} // namespace duedesk
