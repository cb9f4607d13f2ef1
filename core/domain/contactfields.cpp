#include "core/domain/contactfields.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

struct Text {
    const char *name, *title;
    QString Contact::* member; // null: not a plain text
};
constexpr std::array<Text, contactFieldCount> texts = {{
    {"name", "Name", &Contact::name},
    {"role", "Role", nullptr},
    {"email", "E-mail", &Contact::email},
    {"phone", "Phone", &Contact::phone},
    {"mobile", "Mobile", &Contact::mobile},
    {"timezone", "Time zone", &Contact::zone},
    {"language", "Language", &Contact::language},
    {"preferred_channel", "Prefers", &Contact::preferredChannel},
    {"hours", "Calling hours", nullptr},
    {"address", "Address", &Contact::address},
    {"note", "Note", &Contact::note},
}};

const Text& of(ContactField f) { return texts[std::size_t(f)]; }

QString clock(int minute)
{
    return QString::number(minute / 60).rightJustified(2, u'0') + u':'
           + QString::number(minute % 60).rightJustified(2, u'0');
}

} // namespace

QString contactFieldName(ContactField f) { return QString::fromLatin1(of(f).name); }
QString contactFieldTitle(ContactField f) { return QString::fromLatin1(of(f).title); }

QString contactFieldText(const Contact& c, ContactField f)
{
    if (f == ContactField::Role)
        return c.role == ContactRole::Other && !c.roleText.isEmpty() ? c.roleText : roleName(c.role);
    if (f == ContactField::Hours)
        return c.callFrom == 0 && c.callTo == 0 ? QString() : QString(clock(c.callFrom) + u'–' + clock(c.callTo));
    return c.*of(f).member;
}

void copyContactField(Contact& to, const Contact& from, ContactField f)
{
    if (f == ContactField::Role) {
        to.role = from.role;
        to.roleText = from.roleText;
    } else if (f == ContactField::Hours) {
        to.callFrom = from.callFrom;
        to.callTo = from.callTo;
    } else {
        to.*of(f).member = from.*of(f).member;
    }
}

std::optional<std::pair<int, int>> parseCallingHours(const QString& text)
{
    const QString t = text.simplified();
    if (t.isEmpty())
        return std::pair(0, 0);
    static const QRegularExpression shape(uR"(^(\d{1,2})(?:[:.](\d\d))? ?(?:-|–|to) ?(\d{1,2})(?:[:.](\d\d))?$)"_s);
    const auto m = shape.match(t);
    if (!m.hasMatch() || m.captured(2).toInt() > 59 || m.captured(4).toInt() > 59)
        return {};
    const int from = m.captured(1).toInt() * 60 + m.captured(2).toInt();
    const int to = m.captured(3).toInt() * 60 + m.captured(4).toInt();
    if (from >= to || to > 24 * 60)
        return {};
    return std::pair(from, to);
}

QString defectName(ContactDefect d)
{
    switch (d) {
    case ContactDefect::None: break;
    case ContactDefect::Bounced: return u"bounced"_s;
    case ContactDefect::WrongNumber: return u"wrong number"_s;
    case ContactDefect::WrongPerson: return u"wrong person"_s;
    case ContactDefect::Left: return u"left"_s;
    }
    return {};
}

} // namespace duedesk
