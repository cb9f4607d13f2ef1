// The parts of an XLSX file by name, unpacked: what tests look into when they must know how a cell was written.
#pragma once
#include <QFile>
#include <QMap>
#include <zlib.h>

namespace duedesk {

inline QMap<QString, QByteArray> xlsxParts(const QByteArray& zip)
{
    const auto number = [&](qsizetype at, int bytes) {
        quint32 v = 0;
        for (int i = bytes - 1; i >= 0; --i)
            v = v << 8 | quint8(zip[at + i]);
        return qsizetype(v);
    };
    QMap<QString, QByteArray> parts;
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    for (qsizetype at = end < 0 ? zip.size() : number(end + 16, 4); at + 46 <= end;) {
        const qsizetype local = number(at + 42, 4), packed = number(at + 20, 4);
        QByteArray in = zip.mid(local + 30 + number(local + 26, 2) + number(local + 28, 2), packed);
        QByteArray out(number(at + 24, 4), '\0');
        z_stream z{};
        z.next_in = reinterpret_cast<Bytef*>(in.data());
        z.avail_in = uInt(in.size());
        z.next_out = reinterpret_cast<Bytef*>(out.data());
        z.avail_out = uInt(out.size());
        if (inflateInit2(&z, -MAX_WBITS) != Z_OK || inflate(&z, Z_FINISH) != Z_STREAM_END)
            out = "broken";
        inflateEnd(&z);
        parts.insert(QString::fromUtf8(zip.mid(at + 46, number(at + 28, 2))), out);
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    return parts;
}

} // namespace duedesk
