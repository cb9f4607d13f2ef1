#include "core/exchange/xlsxwriter.h"

#include "core/exchange/zipcheck.h"

#include <QDir>
#include <QTemporaryFile>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int unixEpochSerial = 25'569; // 1970-01-01 as spreadsheets count days
constexpr int firstSafeSerial = 61;     // before March 1900 spreadsheets disagree about the day
constexpr double msPerDay = 86'400'000;
constexpr int widest = 60, narrowest = 6; // characters

template <class... F> struct Match : F... {
    using F::operator()...;
};
template <class... F> Match(F...) -> Match<F...>;

bool isHex(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

// "_x000D_" is how a workbook writes characters that XML cannot have; a text that looks like one is written so too.
bool looksEscaped(QStringView t)
{
    return t.size() >= 7 && t[0] == u'_' && t[1] == u'x' && t[6] == u'_' && isHex(t[2]) && isHex(t[3]) && isHex(t[4])
           && isHex(t[5]);
}

QString escaped(char16_t c) { return u"_x"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0') + u'_'; }

// What may stand in the XML for the text, cut where a cell ends.
QString cellText(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if ((c < 0x20 && c != u'\t' && c != u'\n') || looksEscaped(QStringView(text).mid(i)))
            out += escaped(c);
        else if (c >= 0xfffe)
            out += QChar(QChar::ReplacementCharacter);
        else
            out += QChar(c);
    }
    if (out.size() <= maxSheetText)
        return out;
    const QString note = u"\u2026 [cut: "_s + QString::number(text.size()) + u" characters]"_s;
    qsizetype keep = maxSheetText - note.size();
    if (out[keep - 1].isHighSurrogate())
        --keep;
    // An escape cut in two would read as text.
    for (qsizetype at = keep - 6; at < keep; ++at)
        if (looksEscaped(QStringView(out).mid(at)))
            keep = at;
    return out.left(keep) + note;
}

struct Decimal {
    int digits = 0; // that count: without leading zeros
    int decimals = 0;
    bool isNumber = false;
};

Decimal measured(std::string_view text)
{
    Decimal d;
    bool point = false, some = false;
    for (std::size_t i = text.starts_with('-') ? 1 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            some = true;
            d.digits += d.digits > 0 || c != '0' ? 1 : 0;
            d.decimals += point ? 1 : 0;
        } else {
            return {};
        }
    }
    d.isNumber = some;
    return d;
}

QString sheetName(const QString& wanted)
{
    QString name;
    for (const QChar c : wanted.left(31))
        name += u"[]:*?/\\'"_s.contains(c) || c.unicode() < 0x20 ? u' ' : c;
    name = name.trimmed();
    return name.isEmpty() ? u"Table"_s : name;
}

} // namespace

struct XlsxWriter::Sheet {
    QTemporaryFile file; // the archive, until it is whole
    QByteArray path, folder;
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format *bold = nullptr, *day = nullptr, *instant = nullptr, *rightText = nullptr;
    std::map<std::string, lxw_format*> numbers;
    std::vector<int> width;
    std::int64_t rows = 0; // without the header
    bool failed = false;

    void open(const QString& name);
    ~Sheet() { closeBook(); }
    lxw_error closeBook()
    {
        const lxw_error e = book ? workbook_close(book) : LXW_NO_ERROR;
        book = nullptr;
        return e;
    }

    lxw_format* numberFormat(int decimals, bool grouped)
    {
        std::string code = grouped ? "#,##0" : "0";
        if (decimals > 0)
            code += '.' + std::string(std::size_t(decimals), '0');
        lxw_format*& f = numbers[code];
        if (!f) {
            f = workbook_add_format(book);
            format_set_num_format(f, code.c_str());
        }
        return f;
    }
    void check(lxw_error e) { failed = failed || e != LXW_NO_ERROR; }
    void widen(std::size_t column, qsizetype characters)
    {
        if (column < width.size())
            width[column] = std::clamp(int(std::min<qsizetype>(characters, widest)), width[column], widest);
    }
    void text(lxw_row_t line, lxw_col_t column, const QString& t, lxw_format* format)
    {
        if (t.isEmpty())
            return;
        check(worksheet_write_string(sheet, line, column, cellText(t).toUtf8().constData(), format));
        widen(column, t.size());
    }
    void number(lxw_row_t line, lxw_col_t column, std::string_view t, bool grouped)
    {
        const Decimal d = measured(t);
        double v = 0;
        if (!d.isNumber || d.digits > maxSheetDigits
            || std::from_chars(t.data(), t.data() + t.size(), v).ec != std::errc()) {
            text(line, column, QString::fromUtf8(t.data(), qsizetype(t.size())), rightText);
            return;
        }
        check(worksheet_write_number(sheet, line, column, v, numberFormat(d.decimals, grouped)));
        widen(column, qsizetype(t.size()) + (grouped ? d.digits / 3 : 0));
    }
    // `serial`: days as spreadsheets count them, with the part of the day behind the point.
    void time(lxw_row_t line, lxw_col_t column, double serial, lxw_format* format, const QString& iso)
    {
        if (iso.isEmpty())
            return;
        if (serial < firstSafeSerial)
            text(line, column, iso, nullptr);
        else
            check(worksheet_write_number(sheet, line, column, serial, format));
        widen(column, iso.size());
    }
    void cell(lxw_row_t line, lxw_col_t column, const Cell& c)
    {
        std::visit(Match{[&](const TextCell& t) { text(line, column, t.text, nullptr); },
                         [&](const MoneyCell& m) {
                             if (m.present)
                                 number(line, column, m.money.toPlainString(), true);
                         },
                         [&](const NumberCell& n) {
                             if (!n.text.empty())
                                 number(line, column, n.text, n.grouped);
                         },
                         [&](const DateCell& d) {
                             time(line, column, double(d.date.isValid() ? d.date.days() : 0) + unixEpochSerial, day,
                                  d.date.toIso());
                         },
                         [&](const InstantCell& i) {
                             // Whole seconds, as they are shown.
                             const double seconds = std::floor(double(i.at) / 1000);
                             time(line, column, seconds * 1000 / msPerDay + unixEpochSerial, instant,
                                  QString::fromStdString(plainText(i)));
                         }},
                   c);
    }
    Outcome tooMany() const
    {
        return fail(ErrorCode::InputRejected,
                    u"there are "_s + QString::number(rows) + u" rows, and a sheet holds "_s
                        + QString::number(maxSheetRows),
                    u"filter the list, or write it as .csv"_s);
    }
    Outcome temporaryFull(const QString& why) const
    {
        return fail(ErrorCode::StorageFailed,
                    u"the workbook could not be put together in "_s + QString::fromUtf8(folder) + u": "_s + why,
                    u"free some space there, set TMPDIR to a folder with more, or write the list as .csv"_s);
    }
};

void XlsxWriter::Sheet::open(const QString& name)
{
    folder = QDir::tempPath().toUtf8();
    file.setFileTemplate(QDir::tempPath() + u"/duedesk-XXXXXX.xlsx"_s);
    if (!file.open()) {
        failed = true;
        return;
    }
    path = file.fileName().toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book = workbook_new_opt(path.constData(), &options);
    sheet = book ? workbook_add_worksheet(book, sheetName(name).toUtf8().constData()) : nullptr;
    if (!sheet || !sheet->optimize_tmpfile) {
        failed = true;
        return;
    }
    bold = workbook_add_format(book);
    format_set_bold(bold);
    day = workbook_add_format(book);
    format_set_num_format(day, "yyyy-mm-dd");
    instant = workbook_add_format(book);
    format_set_num_format(instant, "yyyy-mm-dd\"T\"hh:mm:ss\"Z\"");
    rightText = workbook_add_format(book);
    format_set_align(rightText, LXW_ALIGN_RIGHT);
    worksheet_freeze_panes(sheet, 1, 0);
}

XlsxWriter::XlsxWriter(ByteSink sink, const QString& sheet)
    : m_sheet(std::make_unique<Sheet>()), m_sink(std::move(sink))
{
    m_sheet->open(sheet);
}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::header(const QStringList& columns)
{
    m_sheet->width.assign(std::size_t(columns.size()), narrowest);
    for (qsizetype i = 0; i < columns.size() && !m_sheet->failed; ++i) {
        m_sheet->text(0, lxw_col_t(i), columns[i], m_sheet->bold);
        m_sheet->widen(std::size_t(i), columns[i].size() + 3); // the arrow of the filter
    }
}

void XlsxWriter::row(const std::vector<Cell>& cells)
{
    if (++m_sheet->rows > maxSheetRows || m_sheet->failed)
        return;
    for (std::size_t i = 0; i < cells.size(); ++i)
        m_sheet->cell(lxw_row_t(m_sheet->rows), lxw_col_t(i), cells[i]);
}

Outcome XlsxWriter::finish()
{
    Sheet& s = *m_sheet;
    if (s.rows > maxSheetRows)
        return s.tooMany();
    if (!s.failed) {
        for (std::size_t i = 0; i < s.width.size(); ++i)
            s.check(worksheet_set_column(s.sheet, lxw_col_t(i), lxw_col_t(i), s.width[i] + 1, nullptr));
        if (!s.width.empty())
            s.check(worksheet_autofilter(s.sheet, 0, 0, lxw_row_t(s.rows), lxw_col_t(s.width.size() - 1)));
        s.failed = s.failed || std::fflush(s.sheet->optimize_tmpfile) != 0 || std::ferror(s.sheet->optimize_tmpfile);
    }
    if (s.failed)
        return s.temporaryFull(u"its rows could not be written"_s);
    if (const lxw_error e = s.closeBook(); e != LXW_NO_ERROR)
        return s.temporaryFull(QString::fromUtf8(lxw_strerror(e)));
    QFile whole(s.file.fileName());
    if (!whole.open(QIODevice::ReadOnly))
        return s.temporaryFull(whole.errorString());
    if (const QString fault = faultInXlsx(whole); !fault.isEmpty())
        return s.temporaryFull(fault);
    whole.seek(0);
    while (!whole.atEnd()) {
        const QByteArray block = whole.read(1 << 16);
        if (block.isEmpty() || !m_sink(std::string_view(block.constData(), std::size_t(block.size()))))
            return fail(ErrorCode::StorageFailed, u"the table could not be written"_s,
                        u"check the free space and the folder"_s);
    }
    return {};
}

} // namespace duedesk
