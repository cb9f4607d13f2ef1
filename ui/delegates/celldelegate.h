// Paints every cell of every list: text cut with an ellipsis, figures right-aligned with digits of one width, the
// aging bar, chips, the dot of calling hours. What was shaped is kept, so a scroll step paints without shaping.
#pragma once
#include "ui/models/booktablemodel.h"

#include <QGlyphRun>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace duedesk {

// Digits at one width in any face, drawn from glyphs placed by us (Qt 6.4 cannot ask a face for tabular figures).
class FigureRun {
public:
    FigureRun() = default;
    FigureRun(const QString& text, const QFont& font);
    double width() const { return m_width; }
    double ascent() const { return m_ascent; }
    void draw(QPainter& painter, const QPointF& baseline) const; // left end; pen of the painter

private:
    QGlyphRun m_run;
    QStaticText m_text; // stands in where a character has no glyph of its own in the face
    QFont m_font;
    double m_width = 0, m_ascent = 0;
};

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void forget(); // after a change of theme, font or content

private:
    struct Entry {
        std::uint32_t line = noRow;
        int column = -1, width = -1;
        quint64 generation = 0;
        Tone tone = Tone::Plain;
        FigureRun figure;
        QStaticText text;
        std::vector<std::pair<QStaticText, int>> chips; // with the width of each
        std::array<int, 5> bar{};                       // ends of the buckets in pixels
    };
    const Entry& prepared(const BookTableModel& model, const QModelIndex& index, int width) const;

    mutable std::vector<Entry> m_cache; // direct-mapped by line and column
    mutable int m_lineAscent = 0, m_lineHeight = 0; // of the theme's body type
};

} // namespace duedesk
