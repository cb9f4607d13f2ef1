// Files between the disk and the book: reads one to attach, and writes a private copy of one to look at. Copies lie in a
// folder of this run alone, readable by its user alone, and go when the program ends; those that a crash left go at
// the next start.
#pragma once
#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <memory>

class QLockFile;

namespace duedesk {

struct FileToAttach {
    QString name; // base name
    QString mimeType;
    QByteArray bytes;
};
// A regular file of 1 to attachmentLimit bytes. Errors name the file and what to do: gone, a folder, not readable, empty,
// too big.
Result<FileToAttach> readToAttach(const QString& path);

// Whether opening a file of this name would run it (programs, scripts, links): those are only saved elsewhere.
bool runsWhenOpened(const QString& name);

class PrivateCopies {
public:
    // `root`: where the folders of runs lie; "" = the user's runtime folder, else the temporary one. Removes what runs
    // that are over have left there.
    explicit PrivateCopies(QString root = {});
    ~PrivateCopies();
    PrivateCopies(const PrivateCopies&) = delete;
    PrivateCopies& operator=(const PrivateCopies&) = delete;

    // A new copy, 0600, in a folder of its own so that it keeps its name; its path.
    Result<QString> write(const QString& name, const QByteArray& bytes);
    QString folder() const { return m_folder; } // "" until the first copy

private:
    Outcome makeFolder();
    QString m_root, m_folder;
    int m_count = 0;
    std::unique_ptr<QLockFile> m_lock; // says that this run lives
};

} // namespace duedesk
