// Files written where somebody said. One door decides whether a name may be written at all: never over a book, what lies
// beside it or what is being read. One file comes to be whole or not at all, whoever fills it.
#pragma once
#include "core/base/error.h"

#include <QStringList>
#include <memory>
#include <string_view>
#include <vector>

class QSaveFile;

namespace duedesk {

class OutputDoor {
public:
    OutputDoor() = default; // refuses books alone
    // The open book: its file, its log, journal and locks, and the folder of its backups.
    explicit OutputDoor(const QString& bookPath);
    // A file that this call reads.
    void keep(const QString& inputPath);

    // Usage, with the file and what to do, where the name leads to one of those by whatever path, link or second name,
    // to any Duedesk book, to something that is no plain file, or does not end as its kind does ({"html", "htm"}; none
    // given: any ending). Says nothing about whether the place can be written.
    Outcome mayWrite(const QString& path, const QStringList& endings) const;

private:
    QString forbidden(const QString& path) const; // why; "" = it is not
    struct Kept {
        QString path, why;
    };
    std::vector<Kept> m_kept;
    QString m_backups; // a folder; "" = none
};

// What came of a file that is there whole. `doubt` says what a power cut may still undo; "" = nothing.
struct Written {
    QString doubt;
};

class OutputFile {
public:
    explicit OutputFile(QString path);
    ~OutputFile(); // one that is not committed leaves nothing behind
    // What the door says, else StorageFailed with the path, the cause and what helps: a missing folder, a folder of
    // that name, no permission.
    Outcome open(const OutputDoor& door, const QStringList& endings);
    bool write(std::string_view bytes); // false = commit() will say why
    bool isGood() const; // so far
    // Everything to the disk, then the name. After an error the file of before is still there.
    Result<Written> commit();

    Error failure() const; // why it cannot be written

private:
    QString m_path;
    std::unique_ptr<QSaveFile> m_file;
};

// Ready bytes (a document) in one go.
Result<Written> writeWholeFile(const OutputDoor& door, const QString& path, const QStringList& endings,
                               const QByteArray& bytes);

} // namespace duedesk
