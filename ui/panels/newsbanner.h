// A line above an account that is being worked: what an import changed in it meanwhile, so that nobody asks for money
// that is there. It watches one payer from the moment it was opened.
#pragma once
#include "core/insight/talks/news.h"

#include <QFrame>
#include <optional>

class QLabel;

namespace duedesk {

class NewsBanner : public QFrame {
    Q_OBJECT
public:
    explicit NewsBanner(QWidget* parent = nullptr);
    // Starts over where it is another payer or day; noRow = nobody.
    void watch(const Book& book, std::uint32_t payer, Date d);
    // A newer book: shows what it changed since. `minute`: of the day now. True when something new is told.
    bool take(const Book& now, Date d, int minute);
    void dismiss(); // takes the news as read
    QString text() const;

signals:
    void dismissed();

private:
    void show(const QString& words, bool bad);
    std::optional<PayerSnapshot> m_seen;
    std::vector<NewsItem> m_news;
    Date m_day;
    QLabel* m_text;
};

} // namespace duedesk
