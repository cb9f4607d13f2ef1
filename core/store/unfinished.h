// What is being made beside its place: a book, a backup, a folder of work. Its name says that it is ours, a kernel lock
// says that its maker lives; what a maker left that was killed is cleared away by the next one.
#pragma once
#include "core/base/error.h"

#include <QString>

namespace duedesk {

class Unfinished {
public:
    enum class Kind { File, Folder };
    // Makes "TARGET.duedesk-unfinished-…" with owner-only rights; StoreFailure where it cannot. Clears dead ones beside it.
    explicit Unfinished(const QString& target, Kind kind = Kind::File);
    ~Unfinished(); // removes what was not published, with what SQLite put beside it
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const QString& path() const { return m_path; }
    // Moves a file to `to`, whose name must be free (openbook::requireFree); see openbook::publishFile().
    Outcome publish(const QString& to);

    // Removes those in a folder whose makers are gone. Only by our own form of name, only what belongs to this
    // user, and never what another living program holds.
    static void clearDead(const QString& folder);

private:
    bool make();
    QString m_target, m_path;
    Kind m_kind;
    int m_lock = -1;
    bool m_published = false;
};

} // namespace duedesk
