#include "core/exchange/tablefile.h"

#include "core/exchange/xlsxwriter.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString folderOf(const QString& path) { return QFileInfo(path).absolutePath(); }

// What helps depends on why it went wrong; the disk is asked only now.
QString remedyFor(const QString& path)
{
    const QFileInfo file(path), folder(folderOf(path));
    if (!folder.exists())
        return u"there is no folder "_s + folder.filePath() + u"; make it, or choose another"_s;
    if (!folder.isDir())
        return folder.filePath() + u" is not a folder; choose another"_s;
    if (file.isDir())
        return u"this is a folder; name a file in it"_s;
    constexpr qint64 mb = 1'000'000;
    const QStorageInfo disk(folder.filePath());
    if (disk.isValid() && disk.isReadOnly())
        return u"the disk is read-only; choose another"_s;
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return u"you may not write there; choose another place, or ask for permission"_s;
    return u"choose a place with free space that you may write to ("_s
           + QString::number(std::max<qint64>(disk.bytesAvailable(), 0) / mb) + u" MB are free there)"_s;
}

// The new name is on the disk only when its folder is.
bool syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES; // a folder that may be written but not listed
    const bool ok = ::fsync(fd) == 0 || errno == EINVAL; // file systems that cannot say so
    ::close(fd);
    return ok;
}

Error failedWriting(const QString& path, const QString& what)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = path;
    e.what = u"cannot be written: "_s + what;
    e.remedy = remedyFor(path);
    return e;
}

std::unique_ptr<TableWriter> writerOf(TableFormat format, ByteSink sink, const QString& title)
{
    switch (format) {
    case TableFormat::Csv: return std::make_unique<CsvWriter>(std::move(sink), CsvWriter::Style::Guarded);
    case TableFormat::Xlsx: return std::make_unique<XlsxWriter>(std::move(sink), title);
    case TableFormat::Json: return std::make_unique<JsonWriter>(std::move(sink));
    case TableFormat::Html: break;
    }
    return std::make_unique<HtmlWriter>(std::move(sink), title);
}

} // namespace

Outcome writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(failedWriting(path, file.errorString()));
    if (!syncFolder(folderOf(path)))
        return fail(failedWriting(path, u"its folder could not be brought to the disk"_s));
    return {};
}

std::optional<TableFormat> tableFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"csv")
        return TableFormat::Csv;
    if (ending == u"xlsx")
        return TableFormat::Xlsx;
    if (ending == u"json")
        return TableFormat::Json;
    if (ending == u"html" || ending == u"htm")
        return TableFormat::Html;
    return std::nullopt;
}

TableFile::TableFile(const QString& path, TableFormat format, const QString& title)
    : TableFile(path, [format, title](ByteSink sink) { return writerOf(format, std::move(sink), title); })
{
}

TableFile::TableFile(QString path, MakeWriter make) : m_path(std::move(path)), m_make(std::move(make)) {}

TableFile::~TableFile() = default; // a QSaveFile that is not committed leaves nothing behind

Error TableFile::failed(const QString& what) const { return failedWriting(m_path, what); }

Outcome TableFile::open()
{
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(failed(m_file->errorString()));
    const ByteSink sink = [file = m_file.get()](std::string_view bytes) {
        return file->write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size());
    };
    m_writer = m_make(sink);
    return {};
}

Outcome TableFile::commit()
{
    if (const Outcome o = m_writer->finish(); !o) {
        if (m_file->error() != QFileDevice::NoError)
            return fail(failed(m_file->errorString()));
        Error e = o.error();
        e.file = m_path;
        return fail(e);
    }
    if (!m_file->commit())
        return fail(failed(m_file->errorString()));
    if (!syncFolder(folderOf(m_path)))
        return fail(failed(u"its folder could not be brought to the disk"_s));
    return {};
}

} // namespace duedesk
