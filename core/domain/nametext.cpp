#include "core/domain/nametext.h"

#include "core/base/text.h"

#include <algorithm>

namespace duedesk {
namespace {

// Format characters that no script needs within a word, and what is not a character at all.
bool isStray(char32_t c)
{
    return c == 0xad || c == 0x200b || (c >= 0x2060 && c <= 0x2064) || (c >= 0x206a && c <= 0x206f)
           || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

} // namespace

qsizetype hiddenInName(const QString& name)
{
    const qsizetype hidden = firstHidden(name);
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i == hidden)
            return i;
        const bool pair = name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        if (isStray(pair ? QChar::surrogateToUcs4(name[i], name[i + 1]) : char32_t(name[i].unicode())))
            return i;
        i += pair ? 1 : 0;
    }
    return -1;
}

bool saysNothing(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype n = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2 : 1;
        if (!text[i].isSpace() && firstUnseen(text.mid(i, n)) < 0)
            return false;
        i += n - 1;
    }
    return true;
}

} // namespace duedesk
