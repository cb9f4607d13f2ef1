// A row of named views above a list, each with how many rows it has now, and a line to type the name of a new one. Hidden
// while there is neither. It knows names and ids; what a view is, its owner knows.
#pragma once
#include <QWidget>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace duedesk {

class FlowLayout;

class ViewBar : public QWidget {
    Q_OBJECT
public:
    struct View {
        qint64 id = 0;
        QString name, tooltip; // what it filters by
        int count = -1; // below 0 = not known yet
    };
    explicit ViewBar(QWidget* parent = nullptr);

    void setViews(const std::vector<View>& views);
    void setCount(qint64 id, int count); // below 0: it cannot be counted, its filter is no longer understood
    void setCurrent(qint64 id); // 0 = none
    qint64 current() const { return m_current; }
    qint64 neighbour(int by) const; // the one after the current one, around the ends; 0 = there are none
    // Asks for a name in place: Enter emits nameGiven, Esc closes.
    void askName(const QString& proposal, bool everybody);
    void setError(const QString& message); // beside the name
    void closeName();
    bool isAsking() const;
    QLineEdit* nameEdit() const { return m_name; }

signals:
    void chosen(qint64 id);
    void nameGiven(const QString& name, bool everybody);
    void renameWanted(qint64 id);
    void replaceWanted(qint64 id);
    void deleteWanted(qint64 id);
    void closed(); // the name line; the focus may go back to the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addChip(const View& view);
    void showMenu(qint64 id, const QPoint& at);
    void showOrHide();

    struct Chip {
        View view;
        QPushButton* button;
    };
    FlowLayout* m_flow;
    QWidget *m_chips, *m_asking;
    QLineEdit* m_name;
    QCheckBox* m_everybody;
    QLabel* m_error;
    std::vector<Chip> m_all;
    qint64 m_current = 0;
};

} // namespace duedesk
