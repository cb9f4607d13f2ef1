// A table as a file of the kind its name says: csv (guarded, with our marker), xlsx, json or html. The file comes to be
// whole or not at all: what stood there before stays until everything is on the disk.
#pragma once
#include "core/exchange/tablewriter.h"

#include <memory>
#include <optional>

class QSaveFile;

namespace duedesk {

enum class TableFormat : std::uint8_t { Csv, Xlsx, Json, Html };
// By the ending of the name: ".csv", ".xlsx", ".json", ".html" or ".htm".
std::optional<TableFormat> tableFormatOf(const QString& path);

// Ready bytes (a document) as a file, in the same way: whole or not at all. StorageFailed as TableFile::open().
Outcome writeWholeFile(const QString& path, const QByteArray& bytes);

class TableFile {
public:
    using MakeWriter = std::function<std::unique_ptr<TableWriter>(ByteSink)>;
    // `title` names the sheet and heads the document. Nothing is touched on the disk before open().
    TableFile(const QString& path, TableFormat format, const QString& title);
    // A kind of file that stands elsewhere, by its writer.
    TableFile(QString path, MakeWriter make);
    ~TableFile();
    // StorageFailed with the path, the cause and what helps: a missing folder, a folder of that name, no permission.
    Outcome open();
    // After open(); header() first, then rows.
    TableWriter& writer() { return *m_writer; }
    // Everything to the disk, then the name: StorageFailed when the disk is full or a cable is out, InputRejected when
    // the rows do not fit the kind of file. After an error the file of before is still there.
    Outcome commit();

private:
    Error failed(const QString& what) const;

    QString m_path;
    MakeWriter m_make;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<TableWriter> m_writer;
};

} // namespace duedesk
