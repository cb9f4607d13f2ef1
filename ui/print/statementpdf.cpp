#include "ui/print/statementpdf.h"

#include "core/base/text.h"
#include "ui/print/pages.h"

using namespace Qt::StringLiterals;

namespace duedesk {

QByteArray statementPdf(const AccountStatement& statement, const LetterWords& words)
{
    const QString title = words("statement") + u", "_s + excerpt(statement.payerName);
    return htmlPdf(statementHtml(statement, words), title, {title + u", "_s + words.day(statement.day), words("page")});
}

QString statementFileName(const AccountStatement& statement)
{
    QString id;
    for (const QChar c : statement.payerId.left(40))
        id += (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' ? c : u'_';
    return u"statement-"_s + id + u'-' + statement.day.toIso() + u".pdf"_s;
}

} // namespace duedesk
