// Lists as files of every kind: those of exchange, and PDF with the fonts inside. The window and the command line both
// write through here, so a kind of file is known to both or to none.
#pragma once
#include "core/exchange/tablefile.h"

#include <QString>

namespace duedesk {

// By the ending of the name: ".pdf" or one that tableFormatOf() knows.
bool isListFile(const QString& path);
// A file of the kind its name says, which isListFile() must know. `title` heads it; on paper `about` follows: "as of
// 2025-11-14", and `foot` ends it: what is left out. PDF needs a QGuiApplication (offscreen will do); any thread.
TableFile listFile(OutputDoor door, const QString& path, const QString& title, const QString& about,
                   const QString& foot = {});

} // namespace duedesk
