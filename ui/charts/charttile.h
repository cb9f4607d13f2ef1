// A card on the dashboard: title, caption, a chart, its twin as a table, and one keyboard for all of them.
// Arrows move a cursor over marks and read them, Enter drills, T shows the table, I the formula, Ctrl+C copies.
#pragma once
#include "ui/charts/chartdata.h"
#include "ui/charts/chartstyle.h"

#include <QFrame>

class QHBoxLayout;
class QStackedLayout;
class QTableWidget;
class QToolButton;
class QLabel;

namespace duedesk {

class ElidedLabel;

class ChartTile : public QFrame {
    Q_OBJECT
public:
    explicit ChartTile(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const { return m_title; }
    void setCaption(const QString& caption);
    void setHeaderWidget(QWidget* widget); // at the right of the title; owned by the tile
    void setDerivation(Derivation how);    // shown by I and by the button

    // Instead of the chart: while it is computed, when there is nothing, when it failed (what to do next).
    void setMessage(const QString& text);
    QString message() const { return m_messageText; }
    void setReady();

    virtual void setChartStyle(const ChartStyle& style);
    const ChartStyle& chartStyle() const { return m_style; }

    virtual ChartTable table() const = 0;
    // The mark under the cursor in words; "" while there is no cursor.
    virtual QString reading() const = 0;
    // What Enter on the mark filters by; null when the mark has no list behind it.
    virtual QString drillFilter() const = 0;

    bool showsTable() const;
    void setShowsTable(bool on);
    void copyTable() const;                // TSV and HTML
    void showDerivation();
    bool stepBack();                       // Esc: table to chart, then no cursor; false when there was neither

signals:
    void drillRequested(const QString& filter);
    void readingChanged(const QString& sentence);

protected:
    // One step of the cursor; false when it stays (the key is then left to others).
    virtual bool moveCursor(int dx, int dy) = 0;
    virtual void cursorToEnd(bool last) = 0;
    virtual void clearCursor() = 0;

    void setBody(QWidget* body);           // once, from the subclass's constructor
    void dataChanged();                    // refreshes the table and the accessible sentence
    void cursorMoved();                    // shows and announces the reading
    virtual QString sentence() const = 0;  // what the chart shows, for screen readers

    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillTable();
    void applyFonts();
    void showCaption();

    ChartStyle m_style = ChartStyle::current();
    Derivation m_how;
    QString m_title, m_caption, m_messageText;
    ElidedLabel* m_titleLabel;
    ElidedLabel* m_captionLabel;
    QHBoxLayout* m_header;
    QToolButton* m_howButton;
    QStackedLayout* m_stack;
    QWidget* m_body = nullptr;
    QTableWidget* m_tableView;
    QLabel* m_message;
    bool m_wantsTable = false;
};

} // namespace duedesk
