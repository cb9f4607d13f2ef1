#include "core/domain/contact.h"

#include "core/base/text.h"

namespace duedesk {

QString roleName(ContactRole r)
{
    switch (r) {
    case ContactRole::ApClerk: return QStringLiteral("AP clerk");
    case ContactRole::ApLead: return QStringLiteral("AP lead");
    case ContactRole::FinanceHead: return QStringLiteral("finance head");
    case ContactRole::Sponsor: return QStringLiteral("sponsor");
    case ContactRole::SharedInbox: return QStringLiteral("shared inbox");
    case ContactRole::Other: break;
    }
    return QStringLiteral("other");
}

ContactRole parseContactRole(const QString& text)
{
    const QString t = foldForSearch(text).replace(u'_', u' ').replace(u'-', u' ');
    if (t.contains(u"inbox") || t.contains(u"shared"))
        return ContactRole::SharedInbox;
    if (t.contains(u"cfo") || t.contains(u"finance head") || t.contains(u"finance director")
        || t.contains(u"head of finance") || t.contains(u"controller"))
        return ContactRole::FinanceHead;
    if (t.contains(u"lead") || t.contains(u"ap manager") || t.contains(u"ap supervisor"))
        return ContactRole::ApLead;
    if (t == u"ap" || t.startsWith(u"ap ") || t.contains(u"accounts payable") || t.contains(u"payable"))
        return ContactRole::ApClerk;
    if (t.contains(u"sponsor") || t.contains(u"ceo") || t.contains(u"owner"))
        return ContactRole::Sponsor;
    return ContactRole::Other;
}

} // namespace duedesk
