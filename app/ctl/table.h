// What a command answers: named columns and rows of ready text. Printed as csv, as json or as a table for
// people; the same value goes to export.
#pragma once
#include "core/base/error.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace duedesk::ctl {

enum class Format { Table, Csv, Json };

struct Column {
    QString name;
    enum class Kind { Text, Number } kind = Kind::Text; // numbers are right-aligned; json keeps both as strings
};

struct Table {
    std::vector<Column> columns;
    std::vector<QStringList> rows; // an empty cell is "n/a"
    QStringList warnings;          // for stderr, and beside the figures

    // "customer,#amount": '#' marks a number.
    static Table with(const char* columnList);
};

// To stdout: csv and json as exchange writes them, text as it is.
Outcome print(const Table& table, Format format);
// A file for spreadsheets (guarded csv) or programs (json); whole or not at all.
Outcome writeFile(const Table& table, const QString& path, bool json);

} // namespace duedesk::ctl
