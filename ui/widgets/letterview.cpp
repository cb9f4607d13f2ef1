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
}

void LetterView::setLetter(const QString& html)
{
    m_html = html;
    fit();
}

void LetterView::setPlain(const QString& text)
{
    m_html.clear();
    document()->setPlainText(text);
}

void LetterView::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    if (!m_html.isEmpty() && viewport()->width() != m_fitted)
        fit();
}

// Body size where there is room, else the size of captions, then closer cells, then two pixels less.
void LetterView::fit()
{
    m_fitted = viewport()->width();
    const int caption = theme().font(TextRole::Caption).pixelSize();
    bool tooWide = false;
    struct Setting {
        int pixels, padding;
    };
    for (const Setting look : {Setting{theme().font(TextRole::Body).pixelSize(), 6},
                               {caption, 6},
                               {caption, 3},
                               {caption - 1, 3},
                               {caption - 1, 2}}) {
        QFont font = theme().font(TextRole::Caption);
        font.setPixelSize(look.pixels);
        document()->setDefaultFont(font);
        static_cast<ClosedDocument*>(document())
            ->setHtmlWithLook(m_html,
                              {look.padding, theme().color(Token::Line).name(), theme().color(Token::Muted).name()});
        tooWide = document()->size().width() > viewport()->width() + 2; // a table of full width may be one pixel more
        if (!tooWide)
            break;
    }
    setHorizontalScrollBarPolicy(tooWide ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace duedesk
