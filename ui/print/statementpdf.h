// A statement of open items on paper: letterhead, addressee, items with a heading on every page, totals, as-of day and the
// day cash is known through. The same page that is shown and mailed.
#pragma once
#include "core/insight/letters/letter.h"

#include <QByteArray>

namespace duedesk {

QByteArray statementPdf(const AccountStatement& statement, const LetterWords& words);
// "statement-C017-2025-11-14.pdf": no path, nothing a file system refuses.
QString statementFileName(const AccountStatement& statement);

} // namespace duedesk
