// What is done with the files of an account: attach from disk, open a private copy, take off. One sentence comes back
// for what could not be done.
#pragma once
#include "core/workbench/filedesk.h"
#include "core/workbench/workbench.h"
#include "ui/prompts/fileopener.h"

namespace duedesk {

class AccountFiles {
public:
    AccountFiles(Workbench& workbench, FileOpener& opener);
    // Each file is one gesture that can be undone. The first that cannot be attached ends it, with its reason.
    Outcome attach(CustomerId customer, const QStringList& paths);
    // Programs and scripts are refused: they are saved elsewhere and looked at there.
    // `then` hears of it at once, or when the store has read the file.
    void open(AttachmentId file, std::function<void(const Outcome&)> then);
    Outcome remove(AttachmentId file);

private:
    Outcome show(const QString& name, const Result<QByteArray>& bytes);
    Workbench& m_workbench;
    FileOpener& m_opener;
    PrivateCopies m_copies;
    QObject m_asker; // answers end with this
};

} // namespace duedesk
