#include "ui/delegates/celldelegate.h"

#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QRawFont>
#include <cmath>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int pad = 10;        // left and right of a cell's content
constexpr std::size_t cacheSize = 8192;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// Shaping needs the raw face; looking it up costs more than the shaping.
const QRawFont& rawFont(const QFont& font)
{
    struct Known {
        QFont font;
        QRawFont raw;
    };
    static std::vector<Known> known;
    for (const Known& k : known)
        if (k.font == font)
            return k.raw;
    if (known.size() > 16)
        known.clear();
    known.push_back({font, QRawFont::fromFont(font)});
    return known.back().raw;
}

const QColor& toneColor(Tone tone)
{
    const Theme& t = theme();
    switch (tone) {
    case Tone::Muted: return t.color(Token::Muted);
    case Tone::Good: return t.color(Token::Good);
    case Tone::Warn: return t.color(Token::Warn);
    case Tone::Bad: return t.color(Token::Bad);
    case Tone::Plain: break;
    }
    return t.color(Token::Text);
}

QStaticText shaped(const QString& text, const QFont& font)
{
    QStaticText s(text);
    s.setTextFormat(Qt::PlainText);
    s.setPerformanceHint(QStaticText::AggressiveCaching);
    s.prepare(QTransform(), font);
    return s;
}

QString elided(const QString& text, const QFont& font, int width)
{
    const QFontMetrics m(font);
    return m.elidedText(text, Qt::ElideRight, std::max(width, 0));
}

} // namespace

FigureRun::FigureRun(const QString& text, const QFont& font)
{
    const QRawFont& raw = rawFont(font);
    QList<quint32> glyphs = raw.glyphIndexesForString(text);
    const QList<QPointF> advances = raw.advancesForGlyphIndexes(glyphs);
    const QList<quint32> zero = raw.glyphIndexesForString(u"0"_s);
    const QList<QPointF> zeroAdvance = raw.advancesForGlyphIndexes(zero);
    const double digit = zeroAdvance.isEmpty() ? 0 : zeroAdvance.front().x();
    QList<QPointF> positions;
    positions.reserve(glyphs.size());
    double x = 0;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const double advance = advances[i].x();
        const bool fixed = i < text.size() && isDigit(text[i]) && glyphs.size() == text.size();
        positions.append(QPointF(fixed ? x + (digit - advance) / 2 : x, 0));
        x += fixed ? digit : advance;
    }
    m_run.setRawFont(raw);
    m_run.setGlyphIndexes(glyphs);
    m_run.setPositions(positions);
    m_width = x;
    m_ascent = raw.ascent();
}

void FigureRun::draw(QPainter& painter, const QPointF& baseline) const
{
    if (!m_run.isEmpty())
        painter.drawGlyphRun(baseline, m_run);
}

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent), m_cache(cacheSize) {}

void CellDelegate::forget()
{
    for (Entry& e : m_cache)
        e.line = noRow;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    const QString text = index.data(Qt::DisplayRole).toString();
    return {QFontMetrics(theme().font(TextRole::Body)).horizontalAdvance(text) + 2 * pad, theme().rowHeight()};
}

const CellDelegate::Entry& CellDelegate::prepared(const BookTableModel& model, const QModelIndex& index,
                                                  int width) const
{
    const auto line = std::uint32_t(index.row());
    Entry& e = m_cache[(std::size_t(line) * 31 + std::size_t(index.column())) % cacheSize];
    if (e.line == line && e.column == index.column() && e.width == width && e.generation == model.generation())
        return e;
    const Column& c = model.columns()[std::size_t(index.column())];
    const std::uint32_t row = model.rowAt(index.row());
    e = Entry();
    e.line = line;
    e.column = index.column();
    e.width = width;
    e.generation = model.generation();
    e.tone = c.tone ? c.tone(*model.book(), row) : Tone::Plain;
    const QFont& font = theme().font(c.strong ? TextRole::Strong : TextRole::Body);
    switch (c.kind) {
    case CellKind::Figure:
        e.figure = FigureRun(c.text(*model.book(), row), font);
        // A cut number would be a wrong number: smaller type first, then none at all.
        if (e.figure.width() > width - pad)
            e.figure = FigureRun(c.text(*model.book(), row), theme().font(c.strong ? TextRole::CaptionStrong : TextRole::Caption));
        if (e.figure.width() > width - 2)
            e.figure = FigureRun(u"\u2026"_s, font);
        break;
    case CellKind::Clock:
        e.figure = FigureRun(c.text(*model.book(), row), font);
        break;
    case CellKind::Text:
        e.text = shaped(elided(c.text(*model.book(), row), font, width - 2 * pad), font);
        break;
    case CellKind::Chips: {
        const QFont& small = theme().font(TextRole::Caption);
        int left = width - pad;
        for (const QString& chip : c.text(*model.book(), row).split(u'\n', Qt::SkipEmptyParts)) {
            const int room = left - 16;
            if (room < 36)
                break;
            const QString fits = elided(chip, small, room);
            const int w = QFontMetrics(small).horizontalAdvance(fits) + 16;
            e.chips.emplace_back(shaped(fits, small), w);
            left -= w + 4;
        }
        break;
    }
    case CellKind::Aging: {
        const auto bucket = c.bar ? c.bar(*model.book(), row) : std::array<std::int64_t, 5>{};
        double total = 0, sum = 0;
        for (const auto b : bucket)
            total += double(std::max<std::int64_t>(b, 0));
        for (std::size_t i = 0; i < bucket.size(); ++i) {
            sum += double(std::max<std::int64_t>(bucket[i], 0));
            e.bar[i] = total > 0 ? int(std::lround(sum / total * (width - 2 * pad))) : 0;
        }
        break;
    }
    }
    return e;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = static_cast<const BookTableModel*>(index.model());
    const QRect r = option.rect;
    const Theme& t = theme();
    const bool selected = option.state & QStyle::State_Selected;
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool current = view && view->currentIndex().row() == index.row();
    painter->fillRect(r, t.color(selected || current ? Token::Selected : Token::Surface));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.color(Token::Line));
    if (current && r.left() <= 0)
        painter->fillRect(QRect(0, r.top(), 3, r.height()), t.color(Token::Accent));

    const Column& c = model->columns()[std::size_t(index.column())];
    const Entry& e = prepared(*model, index, r.width());
    const QFont& font = t.font(c.strong ? TextRole::Strong : TextRole::Body);
    const int baseline = r.top() + (r.height() - 1 - QFontMetrics(font).height()) / 2 + QFontMetrics(font).ascent();
    switch (c.kind) {
    case CellKind::Figure:
        painter->setPen(toneColor(e.tone));
        e.figure.draw(*painter, QPointF(r.right() + 1 - pad - e.figure.width(), baseline));
        break;
    case CellKind::Clock: {
        painter->setRenderHint(QPainter::Antialiasing);
        // Filled = reachable, ring = closed: the colour is not the only sign.
        const bool closed = e.tone == Tone::Bad || e.tone == Tone::Muted;
        painter->setPen(closed ? QPen(toneColor(e.tone), 2) : QPen(Qt::NoPen));
        painter->setBrush(closed ? QBrush(Qt::NoBrush) : QBrush(toneColor(e.tone)));
        if (e.figure.width() > 0)
            painter->drawEllipse(QPointF(r.left() + pad + 4, r.center().y()), closed ? 3 : 4, closed ? 3 : 4);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(t.color(Token::Text));
        e.figure.draw(*painter, QPointF(r.left() + pad + 14, baseline));
        break;
    }
    case CellKind::Text:
        painter->setFont(font);
        painter->setPen(toneColor(e.tone));
        painter->drawStaticText(QPointF(r.left() + pad, baseline - QFontMetrics(font).ascent()), e.text);
        break;
    case CellKind::Chips: {
        const int height = 18 + (t.look().bodyPixels - 13);
        int x = r.left() + pad;
        painter->setFont(t.font(TextRole::Caption));
        for (const auto& [text, width] : e.chips) {
            const QRect box(x, r.center().y() - height / 2, width, height);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.color(Token::Chip));
            painter->drawRoundedRect(box, height / 2.0, height / 2.0);
            painter->setRenderHint(QPainter::Antialiasing, false);
            painter->setPen(t.color(Token::Text));
            painter->drawStaticText(QPointF(x + 8, box.top() + (height - text.size().height()) / 2), text);
            x += width + 4;
        }
        break;
    }
    case CellKind::Aging: {
        const int top = r.center().y() - 4;
        int from = 0;
        for (std::size_t i = 0; i < e.bar.size(); ++i) {
            painter->fillRect(r.left() + pad + from, top, e.bar[i] - from, 9, t.aging(int(i)));
            from = e.bar[i];
        }
        break;
    }
    }
}

void paintAgingBar(QPainter& painter, const QRect& rect, const std::array<std::int64_t, 5>& bucket)
{
    double total = 0, sum = 0;
    for (const auto b : bucket)
        total += double(std::max<std::int64_t>(b, 0));
    if (total <= 0)
        return;
    int from = 0;
    for (std::size_t i = 0; i < bucket.size(); ++i) {
        sum += double(std::max<std::int64_t>(bucket[i], 0));
        const int to = int(std::lround(sum / total * rect.width()));
        painter.fillRect(rect.left() + from, rect.top(), to - from, rect.height(), theme().aging(int(i)));
        from = to;
    }
}

} // namespace duedesk
