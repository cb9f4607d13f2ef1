// A table as a file of the kind its name says: csv (guarded, with our marker), xlsx, json or html. The file comes to be
// whole or not at all: what stood there before stays until everything is on the disk.
#pragma once
#include "core/base/outputfile.h"
#include "core/exchange/tablewriter.h"

#include <memory>
#include <optional>

namespace duedesk {

enum class TableFormat : std::uint8_t { Csv, Xlsx, Json, Html };
// By the ending of the name: ".csv", ".xlsx", ".json", ".html" or ".htm".
std::optional<TableFormat> tableFormatOf(const QString& path);

class TableFile {
public:
    using MakeWriter = std::function<std::unique_ptr<TableWriter>(ByteSink)>;
    // `title` names the sheet and heads the document. Nothing is touched on the disk before open().
    TableFile(OutputDoor door, const QString& path, TableFormat format, const QString& title);
    // A kind of file that stands elsewhere, by its endings and its writer.
    TableFile(OutputDoor door, const QString& path, QStringList endings, MakeWriter make);
    // As OutputFile::open().
    Outcome open();
    // After open(); header() first, then rows.
    TableWriter& writer() { return *m_writer; }
    // Everything to the disk, then the name: StorageFailed when the disk is full or a cable is out, InputRejected when
    // the rows do not fit the kind of file. After an error the file of before is still there.
    Result<Written> commit();

private:
    QString m_path;
    OutputDoor m_door;
    QStringList m_endings;
    MakeWriter m_make;
    std::unique_ptr<OutputFile> m_file; // before the writer, which holds it
    std::unique_ptr<TableWriter> m_writer;
};

} // namespace duedesk
