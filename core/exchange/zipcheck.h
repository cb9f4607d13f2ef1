// Reads an XLSX file back and says whether each of its parts is whole. The library that writes them does not notice when
// its temporary folder is full.
#pragma once
#include <QString>

class QIODevice;

namespace duedesk {

// Empty when the archive can be read and every part is an XML document whose first element is closed by its last
// bytes; else what is wrong, e.g. "xl/worksheets/sheet1.xml ends early".
QString faultInXlsx(QIODevice& file);

} // namespace duedesk
