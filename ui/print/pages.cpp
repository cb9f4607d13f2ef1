#include "ui/print/pages.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QUrl>
#include <vector>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int dpi = 300;
constexpr double footHeight = 10.0; // mm
constexpr double bodyPoints = 9.5, footPoints = 8.0;

double inPixels(double mm) { return mm * dpi / 25.4; }

QFont textFont(double points)
{
    QFont f = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    f.setPointSizeF(points);
    return f;
}

} // namespace

QVariant ClosedDocument::loadResource(int type, const QUrl& name)
{
    if (name.scheme() == u"qrc"_s)
        return QTextDocument::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return {};
    // Nothing at all would make Qt try the name as a file; one clear pixel does not.
    QImage clear(1, 1, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    return clear;
}

// Pictures have no place in letters: whatever names one leaves the text.
void ClosedDocument::dropImages()
{
    std::vector<int> places;
    for (QTextBlock block = begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().isImageFormat())
                for (int i = 0; i < it.fragment().length(); ++i)
                    places.push_back(it.fragment().position() + i);
    QTextCursor cursor(this);
    for (auto at = places.rbegin(); at != places.rend(); ++at) {
        cursor.setPosition(*at);
        cursor.deleteChar();
    }
}

void ClosedDocument::setHtmlWithLook(const QString& html, const LetterLook& look)
{
    const QString padding = QString::number(look.cellPadding);
    setDefaultStyleSheet(
        u"p { margin-top: 6px; margin-bottom: 8px; } h2 { font-size: large; } h3 { font-size: medium; }"
        u" th { border-bottom: 1px solid %1; padding: 3px %3px; white-space: nowrap; }"
        u" td { padding: 2px %3px; white-space: nowrap; border-bottom: 1px solid %2; }"_s.arg(look.headLine, look.line,
                                                                                              padding));
    setHtml(html);
    dropImages();
}

QByteArray htmlPdf(const QString& html, const QString& title, const PageFoot& foot)
{
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&out);
        pdf.setResolution(dpi);
        pdf.setTitle(title);
        pdf.setCreator(u"Duedesk " DUEDESK_VERSION ""_s);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(18, 16, 18, 12), QPageLayout::Millimeter);
        const QSizeF paper(pdf.width(), pdf.height());
        const QSizeF body(paper.width(), paper.height() - inPixels(footHeight));
        ClosedDocument doc;
        doc.documentLayout()->setPaintDevice(&pdf);
        doc.setDefaultFont(textFont(bodyPoints));
        doc.setDocumentMargin(0);
        doc.setPageSize(body);
        doc.setHtmlWithLook(html, {});
        const int pages = doc.pageCount();
        QPainter painter(&pdf);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                pdf.newPage();
            painter.save();
            painter.translate(0, -page * body.height());
            doc.drawContents(&painter, QRectF(QPointF(0, page * body.height()), body));
            painter.restore();
            painter.setFont(textFont(footPoints));
            const QRectF line(0, body.height(), paper.width(), inPixels(footHeight));
            painter.drawText(line, int(Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine), foot.left);
            painter.drawText(line, int(Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine),
                             foot.numbering.arg(page + 1).arg(pages));
        }
    }
    return bytes;
}

} // namespace duedesk
