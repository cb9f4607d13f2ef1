// A letter as the reader will see it: rich text that loads nothing and opens nothing. What it shows can be read and
// copied, no more. A table that is too wide for the view is set closer and smaller before it has to be scrolled.
#pragma once
#include <QTextEdit>

namespace duedesk {

class LetterView : public QTextEdit {
    Q_OBJECT
public:
    explicit LetterView(const QString& name, QWidget* parent = nullptr);
    void setLetter(const QString& html);
    void setPlain(const QString& text); // in place of a letter: why there is none

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QString m_html;
    int m_fitted = 0; // for this width
};

} // namespace duedesk
