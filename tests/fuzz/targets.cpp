#include "tests/fuzz/targets.h"

#include "core/base/error.h"
#include "core/base/money.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/datetext.h"
#include "core/exchange/decimaltext.h"
#include "core/exchange/encoding.h"
#include "core/mail/emlfile.h"
#include "core/mail/filenames.h"
#include "core/mail/mimewriter.h"

using namespace Qt::StringLiterals;

namespace duedesk::fuzz {
namespace {

std::string_view view(const std::uint8_t* data, std::size_t size)
{
    return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

// What a reader makes of a text handed over in blocks of n bytes, as a number.
std::uint64_t digest(std::string_view text, char delimiter, std::size_t n)
{
    CsvReader reader(
        [&](std::string& block) {
            block.assign(text.substr(0, n));
            text.remove_prefix(block.size());
            return !block.empty();
        },
        delimiter);
    std::uint64_t sum = 0;
    std::int64_t line = 0, byte = -1;
    const auto add = [&sum](std::uint64_t v) { sum = (sum ^ v) * 0x100000001b3ULL + 1; };
    while (reader.next()) {
        const CsvRow& row = reader.row();
        invariant(row.line > line && row.byte > byte, "rows do not advance");
        invariant(row.count <= maxColumns, "too many columns");
        line = row.line;
        byte = row.byte;
        add(std::uint64_t(row.line));
        add(std::uint64_t(row.byte));
        add(std::uint64_t(row.fault));
        if (row.fault != RowFault::None)
            continue;
        for (std::size_t i = 0; i < row.count; ++i) {
            invariant(row.fields[i].size() <= maxFieldBytes, "a field is too long");
            invariant(firstInvalidUtf8(row.fields[i]) == std::string_view::npos, "a field is not UTF-8");
            for (const char c : row.fields[i])
                add(static_cast<unsigned char>(c));
            add(0x100);
        }
    }
    return sum;
}

} // namespace

// First byte: which delimiter and encoding. Records may not depend on where blocks end.
void csv(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return;
    const char delimiter = ",;\t|"[data[0] & 3];
    const auto encoding = Encoding((data[0] >> 2) & 3);
    const std::string_view bytes = view(data + 1, size - 1);
    (void)guessDelimiter(bytes);
    (void)guessEncoding(bytes);
    std::string text;
    Transcoder t(encoding);
    t.feed(bytes, text);
    t.finish(text);
    const std::uint64_t whole = digest(text, delimiter, text.size() + 1);
    if (text.size() < 2048)
        for (const std::size_t n : {1UL, 3UL, 16UL})
            invariant(digest(text, delimiter, n) == whole, "records depend on where blocks end");
}

void amount(const std::uint8_t* data, std::size_t size)
{
    static const Currency currencies[] = {*Currency::parse(std::string_view("USD")),
                                          *Currency::parse(std::string_view("JPY")),
                                          *Currency::parse(std::string_view("KWD")), Currency()};
    if (size == 0)
        return;
    const Currency c = currencies[data[0] & 3];
    const std::string_view cell = view(data + 1, size - 1);
    AmountReading read[2];
    bool ok[2];
    for (const int k : {0, 1}) {
        const auto mark = k == 0 ? DecimalMark::Point : DecimalMark::Comma;
        ok[k] = readAmount(cell, mark, c, read[k], true) == AmountFault::None;
        if (!ok[k])
            continue;
        invariant(read[k].minor <= maxRowAmount && read[k].minor >= -maxRowAmount, "an amount is beyond the limit");
        const Currency of = c.isValid() ? c : read[k].currency;
        AmountReading again;
        invariant(readAmount(plainDecimal(read[k].minor, of.exponent()), DecimalMark::Point, of, again, true)
                          == AmountFault::None
                      && again.minor == read[k].minor,
                  "an amount does not read back");
    }
    const AmountEvidence e = amountEvidence(cell, c.exponent());
    invariant(!(e == AmountEvidence::Bad && (ok[0] || ok[1])), "a bad cell was read");
    invariant(!(e == AmountEvidence::Neutral && ok[0] && ok[1] && read[0].minor != read[1].minor),
              "a neutral cell has two readings");
    DecimalRate rate;
    if (readRate(cell, DecimalMark::Point, rate) == AmountFault::None)
        invariant(rate.isValid(), "a rate is not above zero");
}

void date(const std::uint8_t* data, std::size_t size)
{
    const std::string_view cell = view(data, size);
    Date first;
    bool any = false, differ = false;
    for (const DateOrder o : {DateOrder::Dmy, DateOrder::Mdy}) {
        DateReading r, again;
        if (readDate(cell, o, r) != DateFault::None)
            continue;
        invariant(r.date.year() >= 1900 && r.date.year() <= 2999, "a date is out of range");
        invariant(readDate(r.date.isoString(), o, again) == DateFault::None && again.date == r.date,
                  "a date does not read back");
        differ = any && first != r.date;
        first = r.date;
        any = true;
    }
    const DateEvidence e = dateEvidence(cell);
    invariant(!differ || e == DateEvidence::Either, "two readings and no question");
    invariant(e != DateEvidence::Empty || !any, "an empty cell was read");
}

namespace {

// Fields are parted by 0xff, which is no byte of UTF-8; an empty one takes what makes the mail whole.
QStringList fieldsOf(const std::uint8_t* data, std::size_t size)
{
    static const QStringList whole = {u"a@b.example"_s,
                                      u""_s,
                                      u"c@d.example"_s,
                                      u""_s,
                                      u""_s,
                                      u"subject"_s,
                                      u"<x@b.example>"_s,
                                      u"text"_s,
                                      u""_s,
                                      u""_s,
                                      u""_s,
                                      u"f.pdf"_s,
                                      u"application/pdf"_s};
    QStringList fields;
    for (const QByteArray& f :
         QByteArray::fromRawData(reinterpret_cast<const char*>(data), qsizetype(size)).split('\xff'))
        fields.append(QString::fromUtf8(f));
    while (fields.size() < whole.size())
        fields.append(QString());
    for (qsizetype i = 0; i < whole.size(); ++i)
        if (fields[i].isEmpty())
            fields[i] = whole[i];
    return fields;
}

// What a server and a reader rely on, whatever was asked for.
void checkMime(const QByteArray& b)
{
    static const QList<QByteArray> known = {"date",
                                            "from",
                                            "to",
                                            "reply-to",
                                            "subject",
                                            "message-id",
                                            "in-reply-to",
                                            "references",
                                            "mime-version",
                                            "content-type",
                                            "content-transfer-encoding"};
    QList<QByteArray> names;
    bool header = true;
    qsizetype start = 0;
    for (qsizetype end = b.indexOf("\r\n"); end >= 0; start = end + 2, end = b.indexOf("\r\n", start)) {
        const QByteArrayView line = QByteArrayView(b).sliced(start, end - start);
        for (const char c : line)
            invariant(c == '\t' || (c >= ' ' && c < 0x7f), "a byte that is not plain ASCII, or a bare line end");
        invariant(line.size() <= (header ? 998 : 76), "a line is too long");
        if (header && line.isEmpty())
            header = false;
        else if (header && line[0] != ' ' && line[0] != '\t')
            names.append(line.first(std::max<qsizetype>(line.indexOf(':'), 0)).toByteArray().toLower());
    }
    invariant(start == b.size() && !header, "it does not end with a line");
    for (const QByteArray& name : names)
        invariant(known.contains(name) && names.count(name) == 1, "a header is doubled or none of ours");
    for (const char* name : {"date", "from", "to", "subject", "message-id", "mime-version", "content-type"})
        invariant(names.contains(name), "a header is missing");
}

} // namespace

// First byte: an attachment or none.
void mime(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return;
    const QStringList f = fieldsOf(data + 1, size - 1);
    MailMessage m;
    m.from = f[0];
    m.fromName = f[1];
    m.to = f[2];
    m.toName = f[3];
    m.replyTo = f[4];
    m.subject = f[5];
    m.messageId = f[6];
    m.text = f[7];
    m.html = f[8];
    m.inReplyTo = f[9];
    if (!f[10].isEmpty())
        m.references = f[10].split(u' ');
    m.date = 1'763'109'000'000;
    if (data[0] & 1)
        m.attachments.push_back({data[0] & 2 ? safeFileName(f[11]) : f[11], f[12].toUtf8(), f[7].toUtf8()});
    invariant(isSafeFileName(safeFileName(f[11])), "a safe name is not safe");
    const auto bytes = writeMime(m);
    if (!bytes) {
        invariant(!bytes.error().field.isEmpty() && !bytes.error().what.isEmpty(), "an error names no field");
        return;
    }
    checkMime(*bytes);
    invariant(writeMime(m) == *bytes, "the same mail gave other bytes");
    const auto link = mailtoLink(m);
    invariant(!link || link->size() <= maxMailtoLength, "a link is too long");
}

} // namespace duedesk::fuzz
