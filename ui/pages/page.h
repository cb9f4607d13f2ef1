// What the shell knows of a page: a header, a main part, a context panel, and a few hooks. The shell sees pages
// through this alone; a page asks for another screen by signal and never names one.
#pragma once
#include "core/domain/ids.h"

#include <QJsonObject>
#include <QString>
#include <QWidget>
#include <vector>

class QLabel;
class QSplitter;
class QVBoxLayout;
class QHBoxLayout;

namespace duedesk {

class ActionCatalog;

class Page : public QWidget {
    Q_OBJECT
public:
    // `id`: "today"; kept in settings and used to navigate. `title`: "Today", in header and rail.
    Page(const QString& id, const QString& title, QWidget* parent = nullptr);

    QString id() const { return m_id; }
    QString title() const { return m_title; }
    void setTitle(const QString& title);
    void setSubtitle(const QString& text); // beside the title: figures with unit and day
    QString subtitle() const;
    int badge() const { return m_badge; }  // count in the rail; 0 = none
    void setBadge(int n);

    // Parts, top to bottom: header, band (tabs, optional), then main | panel.
    QWidget* header() const { return m_header; }
    QHBoxLayout* headerTools() const { return m_tools; } // right side of the header: filter field, pickers
    void setHeader(QWidget* own);          // replaces the standard header
    void setBand(QWidget* band);
    void setMain(QWidget* main);
    // Right context panel; `width`: where there is room, else `least`.
    void setPanel(QWidget* panel, int width = 356, int least = 300);
    void keepPanel();                      // half of the work is done there: a narrow window shows it too
    void setPanelUsed(bool used);          // false: what is shown has nothing for it
    QWidget* panel() const { return m_panel; }
    bool isPanelShown() const;
    void showPanel(bool shown);            // remembered in saveState()
    void togglePanel();                    // F9; in a narrow window only for the moment
    void unfoldPanel(); // shows it for the moment, also in a narrow window; fold again by foldPanel()
    void foldPanel();

    // Hooks. Called once before the page is first shown.
    virtual void bindActions(ActionCatalog& catalog) { Q_UNUSED(catalog) }
    virtual void activated() {} // became the visible page
    virtual void refresh() {} // F5
    virtual bool back() { return false; } // Esc: one level; true when there was one
    virtual void focusFilter() {} // "/"
    virtual QWidget* listWidget() const { return nullptr; } // gets the focus when the page is shown; letters live here
    virtual void drill(const QString& filter) { Q_UNUSED(filter) } // shows what a filter text matches
    // The account page: shows a customer; `walk` and `listName` as in openAccount().
    virtual void showAccount(CustomerId customer, const std::vector<qint64>& walk, const QString& listName)
    {
        Q_UNUSED(customer)
        Q_UNUSED(walk)
        Q_UNUSED(listName)
    }
    // The account page: of what was just opened, this row is meant: an item, a payment, a promise, a person.
    virtual void pointAt(Table table, std::int64_t id)
    {
        Q_UNUSED(table)
        Q_UNUSED(id)
    }
    // The reminders page: why mails wait; "" = they leave.
    virtual void mailTrouble(const QString& why) { Q_UNUSED(why) }
    virtual void takeFiles(const QStringList& files) { Q_UNUSED(files) } // the imports page: starts with these
    // The window goes: gives up what still runs. False = not all of it has ended; stopped() follows.
    virtual bool stop() { return true; }
    virtual QJsonObject saveState() const;
    virtual void restoreState(const QJsonObject& state);

signals:
    void stopped();
    void titleChanged();
    void badgeChanged();
    // `walk`: the ids of the list it came from, for [ and ]; may be empty.
    void openAccount(duedesk::CustomerId customer, const std::vector<qint64>& walk, const QString& listName);
    void openPage(const QString& pageId, const QString& filter); // drill-down: "items", "bucket:90+ tier:Key"
    void openImport(const QStringList& files);
    // For the status bar: "3 rows, 48,210.00 USD"; "" = nothing selected.
    void selectionText(const QString& text);
    void statusText(const QString& text);
    void said(const QString& sentence); // for the undo bar: something was refused, and why

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updatePanel();
    bool isNarrow() const;

    QString m_id, m_title;
    int m_badge = 0;
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_header = nullptr;
    QHBoxLayout* m_tools = nullptr;
    QLabel* m_titleLabel = nullptr;
    QLabel* m_subtitleLabel = nullptr;
    QWidget* m_band = nullptr;
    QSplitter* m_splitter = nullptr;
    QWidget* m_panel = nullptr;
    bool m_panelWanted = true; // the user's choice
    bool m_unfolded = false; // for the moment
    bool m_panelKept = false, m_panelUsed = true, m_wasNarrow = false;
    int m_panelWidth = 0, m_panelLeast = 0;
};

} // namespace duedesk
