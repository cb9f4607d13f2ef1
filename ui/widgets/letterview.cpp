#include "ui/widgets/letterview.h"

#include "ui/print/pages.h"
#include "ui/shell/theme.h"

namespace duedesk {

LetterView::LetterView(const QString& name, QWidget* parent) : QTextEdit(parent)
{
    setDocument(new ClosedDocument(this));
    setReadOnly(true);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(8);
    document()->setDefaultFont(theme().font(TextRole::Caption)); // a table of invoices fits beside a list
}

void LetterView::setLetter(const QString& html) { static_cast<ClosedDocument*>(document())->setHtmlWithLook(html); }
void LetterView::setPlain(const QString& text) { document()->setPlainText(text); }

} // namespace duedesk
