// The door to the programs that show files, so that tests see what would be opened.
#pragma once
#include <QString>

namespace duedesk {

class FileOpener {
public:
    virtual ~FileOpener() = default;
    // False where the desktop knows no program for it.
    virtual bool open(const QString& path) = 0;
};

// The desktop's own choice.
class DesktopFileOpener final : public FileOpener {
public:
    bool open(const QString& path) override;
};

} // namespace duedesk
