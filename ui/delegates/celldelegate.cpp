#include "ui/delegates/celldelegate.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QRawFont>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int pad = 10;        // left and right of a cell's content
constexpr std::size_t cacheSize = 8192;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// A face with the glyphs that figures are made of: looking them up again costs more than placing them.
struct Face {
    QFont font;
    QRawFont raw;
    std::array<quint32, 128> glyph{};
    std::array<double, 128> advance{};
    quint32 minus = 0;
    double minusAdvance = 0, digit = 0;
};

const Face& faceOf(const QFont& font)
{
    static std::vector<std::unique_ptr<Face>> known;
    for (const auto& f : known)
        if (f->font == font)
            return *f;
    if (known.size() > 16)
        known.clear();
    auto face = std::make_unique<Face>();
    face->font = font;
    face->raw = QRawFont::fromFont(font);
    const auto look = [&](QChar c, quint32& glyph, double& advance) {
        const QList<quint32> glyphs = face->raw.glyphIndexesForString(QString(c));
        if (glyphs.size() != 1)
            return;
        glyph = glyphs.front();
        advance = face->raw.advancesForGlyphIndexes(glyphs).front().x();
    };
    for (char16_t c = u' '; c < 127; ++c)
        look(QChar(c), face->glyph[c], face->advance[c]);
    look(QChar(u'\u2212'), face->minus, face->minusAdvance);
    face->digit = face->advance[u'0'];
    known.push_back(std::move(face));
    return *known.back();
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

// Shaped once where it fits, and only then cut.
QStaticText fitted(const QString& text, const QFont& font, int width)
{
    QStaticText s = shaped(text, font);
    if (s.size().width() <= width)
        return s;
    return shaped(QFontMetrics(font).elidedText(text, Qt::ElideRight, std::max(width, 0)), font);
}

QString elided(const QString& text, const QFont& font, int width)
{
    const QFontMetrics m(font);
    return m.elidedText(text, Qt::ElideRight, std::max(width, 0));
}

} // namespace

FigureRun::FigureRun(const QString& text, const QFont& font)
{
    const Face& face = faceOf(font);
    QList<quint32> glyphs(text.size());
    QList<QPointF> positions(text.size());
    double x = 0;
    bool known = true;
    for (qsizetype i = 0; i < text.size() && known; ++i) {
        const char16_t c = text[i].unicode();
        const bool minus = c == u'\u2212';
        known = minus ? face.minus != 0 : c < 128 && face.glyph[c] != 0;
        if (!known)
            break;
        const double advance = minus ? face.minusAdvance : face.advance[c];
        glyphs[i] = minus ? face.minus : face.glyph[c];
        positions[i] = QPointF(isDigit(text[i]) ? x + (face.digit - advance) / 2 : x, 0);
        x += isDigit(text[i]) ? face.digit : advance;
    }
    m_ascent = face.raw.ascent();
    if (!known) { // other scripts, odd blanks of a locale, characters that this face lacks
        m_text = QStaticText(text);
        m_text.setTextFormat(Qt::PlainText);
        m_text.prepare(QTransform(), font);
        m_font = font;
        m_width = m_text.size().width();
        return;
    }
    m_run.setRawFont(face.raw);
    m_run.setGlyphIndexes(glyphs);
    m_run.setPositions(positions);
    m_width = x;
}

void FigureRun::draw(QPainter& painter, const QPointF& baseline) const
{
    if (!m_run.isEmpty()) {
        painter.drawGlyphRun(baseline, m_run);
    } else if (!m_text.text().isEmpty()) {
        painter.setFont(m_font);
        painter.drawStaticText(baseline - QPointF(0, QFontMetricsF(m_font).ascent()), m_text);
    }
}

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent), m_cache(cacheSize) {}

void CellDelegate::forget()
{
    for (Entry& e : m_cache)
        e.line = noRow;
    m_lineAscent = m_lineHeight = 0;
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
            e.figure = FigureRun(c.text(*model.book(), row),
                                 theme().font(c.strong ? TextRole::CaptionStrong : TextRole::Caption));
        if (e.figure.width() > width - 2)
            e.figure = FigureRun(u"\u2026"_s, font);
        break;
    case CellKind::Clock: e.figure = FigureRun(c.text(*model.book(), row), font); break;
    case CellKind::Text: e.text = fitted(c.text(*model.book(), row), font, width - 2 * pad); break;
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
    case CellKind::Check: break;
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
    if (m_lineAscent == 0) {
        const QFontMetrics m(font);
        m_lineAscent = m.ascent();
        m_lineHeight = m.height();
    }
    const int baseline = r.top() + (r.height() - 1 - m_lineHeight) / 2 + m_lineAscent;
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
        painter->drawStaticText(QPointF(r.left() + pad, baseline - m_lineAscent), e.text);
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
    case CellKind::Check: {
        const bool ticked = selected && view && view->property("ticking").toBool();
        const QRect box(r.center().x() - 7, r.center().y() - 7, 15, 15);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(t.color(ticked ? Token::Accent : Token::Muted));
        painter->setBrush(t.color(ticked ? Token::Accent : Token::Field));
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setRenderHint(QPainter::Antialiasing, false);
        if (ticked)
            painter->drawPixmap(box.topLeft(), iconPixmap(t.isDark() ? u"check-dark"_s : u"check-light"_s,
                                                          t.color(Token::OnAccent), 15, view->devicePixelRatioF()));
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

} // namespace duedesk
