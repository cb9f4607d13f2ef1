#include "core/domain/contactfields.h"

#include "core/domain/codewords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

struct Text {
    const char* name;
    QString Contact::* member; // null: not a plain text
};
constexpr std::array<Text, contactFieldCount> texts = {{
    {"name", &Contact::name},
    {"role", nullptr},
    {"email", &Contact::email},
    {"phone", &Contact::phone},
    {"mobile", &Contact::mobile},
    {"timezone", &Contact::zone},
    {"language", &Contact::language},
    {"preferred_channel", &Contact::preferredChannel},
    {"hours", nullptr},
    {"address", &Contact::address},
    {"note", &Contact::note},
}};

const Text& of(ContactField f) { return texts[std::size_t(f)]; }

QString clock(int minute)
{
    return QString::number(minute / 60).rightJustified(2, u'0') + u':'
           + QString::number(minute % 60).rightJustified(2, u'0');
}

} // namespace

QString contactFieldName(ContactField f) { return QString::fromLatin1(of(f).name); }
QString contactFieldTitle(ContactField f) { return titleOf(f); }

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
