#include "ui/panels/newsbanner.h"

#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace duedesk {

NewsBanner::NewsBanner(QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
{
    setAccessibleName(tr("Changed while it was open"));
    setProperty("look", u"news"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 16, 6);
    row->setSpacing(10);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    auto* read = new KeyButton(tr("Read"), u"R"_s, this);
    connect(read, &QPushButton::clicked, this, [this] {
        dismiss();
        emit dismissed();
    });
    row->addWidget(read);
    hide();
}

void NewsBanner::watch(const Book& book, std::uint32_t payer, Date d)
{
    if (payer == noRow) {
        m_seen.reset();
        show({}, false);
        return;
    }
    if (m_seen && m_seen->payer == book.customers()[payer].id && m_day == d)
        return;
    m_seen = payerSnapshot(book, payer, d);
    m_day = d;
    show({}, false);
}

bool NewsBanner::take(const Book& now, Date d, int minute)
{
    if (!m_seen || d != m_day)
        return false;
    std::vector<NewsItem> news = newsSince(*m_seen, now, d);
    if (news == m_news)
        return false;
    m_news = std::move(news);
    const Customer* c = now.customers().find(m_seen->payer);
    show(m_news.empty()
             ? QString()
             : tr("%1: %2", "a customer, what changed").arg(c ? c->name : QString(), say(newsWords(m_news, d, minute))),
         isBadNews(m_news));
    return !m_news.empty();
}

void NewsBanner::dismiss()
{
    m_seen.reset();
    show({}, false);
}

void NewsBanner::show(const QString& words, bool bad)
{
    if (words.isEmpty())
        m_news.clear();
    m_text->setText(words);
    m_text->setProperty("look", bad ? u"bad"_s : u"good"_s);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    setAccessibleDescription(words);
    setVisible(!words.isEmpty());
}

QString NewsBanner::text() const { return m_text->text(); }

} // namespace duedesk
