// Rich text laid out on A4 pages with a foot line, as the bytes of a PDF with its fonts inside. Needs a QGuiApplication
// (offscreen will do) and no screen; may run on any thread.
#pragma once
#include <QByteArray>
#include <QString>
#include <QTextDocument>

namespace duedesk {

// A document that loads nothing but resources of the program: no file, no address, whatever its text asks for.
class ClosedDocument final : public QTextDocument {
public:
    using QTextDocument::QTextDocument;
    struct LetterLook {
        int cellPadding = 6; // pixels beside the text of a cell
        QString line = QStringLiteral("#E2E6EB"), headLine = QStringLiteral("#5C6877");
    };
    void setHtmlWithLook(const QString& html, const LetterLook& look); // that of our letters and statements

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void dropImages();
};

struct PageFoot {
    QString left; // "AccountStatement of open items, Summit Foods"
    QString numbering; // "Page %1 of %2"
};
QByteArray htmlPdf(const QString& html, const QString& title, const PageFoot& foot);

} // namespace duedesk
