#include "core/exchange/zipcheck.h"

#include <QIODevice>
#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qint64 endRecord = 22, centralRecord = 46, localRecord = 30;

std::uint32_t number(const QByteArray& b, qsizetype at, int bytes)
{
    std::uint32_t v = 0;
    for (int i = bytes - 1; i >= 0; --i)
        v = v << 8 | static_cast<unsigned char>(b[at + i]);
    return v;
}

struct Part {
    std::string name;
    std::uint32_t packed = 0, offset = 0, method = 0;
};

QByteArray readAt(QIODevice& file, qint64 at, qint64 bytes)
{
    return at >= 0 && file.seek(at) ? file.read(bytes) : QByteArray();
}

// The parts that the directory at the end of the file names; empty when there is none.
std::vector<Part> partsOf(QIODevice& file)
{
    std::vector<Part> parts;
    const QByteArray end = readAt(file, file.size() - endRecord, endRecord);
    if (end.size() != endRecord || !end.startsWith("PK\x05\x06"))
        return parts;
    const QByteArray directory = readAt(file, number(end, 16, 4), number(end, 12, 4));
    const std::uint32_t count = number(end, 10, 2);
    for (qsizetype at = 0; at + centralRecord <= directory.size();) {
        const std::uint32_t nameBytes = number(directory, at + 28, 2);
        if (at + centralRecord + nameBytes > directory.size())
            return {};
        parts.push_back({directory.mid(at + centralRecord, nameBytes).toStdString(), number(directory, at + 20, 4),
                         number(directory, at + 42, 4), number(directory, at + 10, 2)});
        at += centralRecord + nameBytes + number(directory, at + 30, 2) + number(directory, at + 32, 2);
    }
    return parts.size() == count ? parts : std::vector<Part>();
}

// The first and the last bytes of what a part unpacks to; nothing when it cannot be unpacked to its end.
struct Ends {
    std::string head, tail;
    bool whole = false;
};

Ends unpack(QIODevice& file, const Part& part)
{
    constexpr std::size_t kept = 512;
    Ends ends;
    const QByteArray local = readAt(file, part.offset, localRecord);
    if (local.size() != localRecord || part.method != Z_DEFLATED)
        return ends;
    if (!file.seek(part.offset + localRecord + number(local, 26, 2) + number(local, 28, 2)))
        return ends;
    z_stream z{};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return ends;
    std::vector<char> out(std::size_t(1) << 16);
    qint64 left = part.packed;
    int state = Z_OK;
    while (state == Z_OK && left > 0) {
        QByteArray in = file.read(std::min<qint64>(left, 1 << 16));
        if (in.isEmpty())
            break;
        left -= in.size();
        z.next_in = reinterpret_cast<Bytef*>(in.data());
        z.avail_in = uInt(in.size());
        while (state == Z_OK && z.avail_in > 0) {
            z.next_out = reinterpret_cast<Bytef*>(out.data());
            z.avail_out = uInt(out.size());
            state = inflate(&z, Z_NO_FLUSH);
            const std::string_view got(out.data(), out.size() - z.avail_out);
            if (ends.head.size() < kept)
                ends.head += got.substr(0, kept - ends.head.size());
            ends.tail += got.substr(got.size() - std::min(got.size(), kept));
            ends.tail.erase(0, ends.tail.size() - std::min(ends.tail.size(), kept));
        }
    }
    inflateEnd(&z);
    ends.whole = state == Z_STREAM_END;
    return ends;
}

// The name of a document's first element: "worksheet".
std::string rootOf(const std::string& head)
{
    std::size_t at = head.find('<');
    while (at != std::string::npos && at + 1 < head.size() && head[at + 1] == '?')
        at = head.find('<', at + 1);
    if (at == std::string::npos)
        return {};
    return head.substr(at + 1, head.find_first_of(" />\n", at) - at - 1);
}

} // namespace

QString faultInXlsx(QIODevice& file)
{
    const std::vector<Part> parts = partsOf(file);
    if (parts.empty())
        return u"the archive has no directory"_s;
    for (const Part& part : parts) {
        Ends ends = unpack(file, part);
        ends.tail.erase(ends.tail.find_last_not_of(" \r\n") + 1);
        const std::string root = rootOf(ends.head);
        if (!ends.whole || root.empty() || !ends.tail.ends_with("</" + root + ">"))
            return QString::fromStdString(part.name) + u" ends early"_s;
    }
    return {};
}

} // namespace duedesk
