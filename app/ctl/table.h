// What a command answers: named columns and rows of ready text. Printed as csv, as json or as a table for
// people; the same value goes to export, so every list can be exported as soon as it can be printed.
#pragma once
#include "core/base/outputfile.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace duedesk::ctl {

enum class Format { Table, Csv, Json };

struct Column {
    QString name;
    // Numbers are right-aligned; files for spreadsheets keep the kind, csv and json keep all as text.
    enum class Kind { Text, Number, Money, Day } kind = Kind::Text;
};

struct Table {
    std::vector<Column> columns;
    std::vector<QStringList> rows; // an empty cell is "n/a"
    QStringList warnings;          // for stderr, and beside the figures

    // "customer,#days,$amount,@due": '#' marks a number, '$' an amount, '@' a day or an instant.
    static Table with(const char* columnList);
};

// To stdout: csv and json as exchange writes them, text as it is.
Outcome print(const Table& table, Format format);
bool canWrite(const QString& path); // a kind of file that writeFile knows, by its ending
// A file of the kind its name says, whole or not at all; `title` heads it, `about` follows on paper.
Result<Written> writeFile(const OutputDoor& door, const Table& table, const QString& path, const QString& title,
                          const QString& about);

} // namespace duedesk::ctl
