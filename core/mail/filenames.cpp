#include "core/mail/filenames.h"

#include "core/base/text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

bool isForbidden(QChar c) { return u"/\\:*?\"<>|"_s.contains(c); }

// Names that Windows keeps for devices, with any ending.
bool isReserved(const QString& name)
{
    static const QStringList devices = {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s, u"conin$"_s, u"conout$"_s};
    const QString stem = name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).trimmed().toLower();
    const bool port = stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1))
                      && (stem[3].isDigit() || u"¹²³"_s.contains(stem[3]));
    return port || devices.contains(stem);
}

QString suffixOf(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && name.size() - dot <= 12 ? name.mid(dot) : QString();
}

} // namespace

bool isSafeFileName(const QString& name)
{
    return !name.isEmpty() && firstHidden(name) < 0 && std::none_of(name.begin(), name.end(), isForbidden)
           && !name.startsWith(u'.') && !name.front().isSpace() && !name.endsWith(u'.') && !name.back().isSpace()
           && !name.startsWith(u'-') && !name.startsWith(u'~') && !isReserved(name)
           && name.toUtf8().size() <= maxFileNameBytes;
}

QString safeFileName(const QString& name)
{
    QString out = name.normalized(QString::NormalizationForm_C);
    for (qsizetype at = firstHidden(out); at >= 0; at = firstHidden(out))
        out[at] = u'_';
    for (QChar& c : out)
        if (isForbidden(c))
            c = u'_';
    while (!out.isEmpty() && (out.front().isSpace() || u".-~"_s.contains(out.front())))
        out.remove(0, 1);
    const auto trimEnd = [](QString& s) {
        while (!s.isEmpty() && (s.back() == u'.' || s.back().isSpace()))
            s.chop(1);
    };
    trimEnd(out);
    if (out.isEmpty())
        return u"file"_s;
    if (isReserved(out))
        out.prepend(u'_');
    const QString suffix = suffixOf(out);
    QString stem = out.chopped(suffix.size());
    while (stem.toUtf8().size() + suffix.toUtf8().size() > maxFileNameBytes) {
        stem.chop(1);
        if (!stem.isEmpty() && stem.back().isHighSurrogate())
            stem.chop(1);
    }
    trimEnd(stem);
    return stem + suffix;
}

} // namespace duedesk
