// The people of a payer as cards, lowest rung of the ladder first. Left and right choose one, Enter copies the
// number (or the address) and says so.
#pragma once
#include "ui/pages/account/accountfacts.h"

#include <QWidget>

namespace duedesk {

class PeopleBar : public QWidget {
    Q_OBJECT
public:
    explicit PeopleBar(QWidget* parent = nullptr);
    void setPeople(std::vector<PersonCard> people);
    void showPerson(ContactId id); // makes it the current card, and takes the focus
    int current() const { return m_current; }
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

signals:
    void copied(const QString& what); // "+44 20 7946 0812 copied"

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int shown() const; // cards that fit
    QRect cardRect(int i) const;
    void paintCard(QPainter& p, int i) const;
    void choose(int i);
    std::vector<PersonCard> m_people;
    int m_current = 0;
    int m_first = 0; // first card shown
};

} // namespace duedesk
