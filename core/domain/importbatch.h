// One import: some files taken in one transaction. It can be undone as a whole, once.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace duedesk {

struct ImportedFile {
    QString name;    // base name
    QString kind;    // customers, contacts, invoices, payments, promises, rates, holidays
    QString profile; // generic, a built-in profile, or the map file's name
    QByteArray sha256; // hex
    std::int64_t rows = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
    bool operator==(const ImportedFile&) const = default;
};

struct ImportBatch {
    BatchId id;
    Instant at = 0;
    QString user;
    std::vector<ImportedFile> files;
    OperationId operation;
    OperationId retractedBy; // undone
    bool operator==(const ImportBatch&) const = default;

    static constexpr const char* table = "import_batch";
    static constexpr const char* noun = "an import";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &ImportBatch::id);
        f("at", &ImportBatch::at);
        f("user", &ImportBatch::user);
        f("files", &ImportBatch::files);
        f("operation", &ImportBatch::operation);
        f("retracted_by", &ImportBatch::retractedBy);
    }
};

} // namespace duedesk
