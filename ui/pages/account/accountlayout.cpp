// How the account page is put together; what it does stands in accountpage.cpp.
#include "ui/charts/agingbar.h"
#include "ui/charts/elidedlabel.h"
#include "ui/charts/trendlines.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/account/peoplebar.h"
#include "ui/pages/account/timelineview.h"
#include "ui/shell/theme.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/tabledress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QLabel* label(QWidget* parent, const QString& look)
{
    auto* l = new QLabel(parent);
    l->setProperty("look", look);
    l->setTextFormat(Qt::PlainText);
    return l;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString lookOf(Tone t)
{
    switch (t) {
    case Tone::Good: return u"good"_s;
    case Tone::Warn: return u"warn"_s;
    case Tone::Bad: return u"bad"_s;
    case Tone::Muted: return u"muted"_s;
    case Tone::Plain: return u"strong"_s;
    }
    return u"strong"_s;
}

} // namespace

QWidget* AccountPage::buildHeader()
{
    auto* head = new QWidget(this);
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(18, 10, 16, 10);
    rows->setSpacing(6);
    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    m_name = label(head, u"title"_s);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_chips = new QWidget(head);
    auto* chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(6);
    m_about = new ElidedLabel(head);
    auto* walk = new QWidget(head);
    auto* walkRow = new QHBoxLayout(walk);
    walkRow->setContentsMargins(0, 0, 0, 0);
    walkRow->setSpacing(8);
    const auto key = [&](const QString& text, const QString& says, int by) {
        auto* b = new QPushButton(text, walk);
        b->setProperty("look", u"chip"_s);
        b->setToolTip(says);
        b->setAccessibleName(says);
        b->setFocusPolicy(Qt::TabFocus);
        connect(b, &QPushButton::clicked, this, [this, by] { step(by); });
        return b;
    };
    m_position = label(walk, u"muted"_s);
    walkRow->addWidget(key(u"["_s, tr("Previous account"), -1));
    walkRow->addWidget(m_position);
    walkRow->addWidget(key(u"]"_s, tr("Next account"), 1));
    first->addWidget(m_name);
    first->addWidget(m_chips);
    first->addWidget(m_about, 1);
    first->addWidget(walk);
    rows->addLayout(first);
    m_figures = new QWidget(head);
    auto* figures = new FlowLayout(m_figures, 28);
    Q_UNUSED(figures)
    rows->addWidget(m_figures);
    return head;
}

void AccountPage::showHeader(const AccountFacts& f)
{
    m_name->setText(m_name->fontMetrics().elidedText(f.name, Qt::ElideRight, std::max(200, width() * 2 / 5)));
    m_name->setToolTip(f.name);
    m_about->setText(f.about);
    m_about->setColor(theme().color(Token::Muted));
    clear(m_chips->layout());
    for (const QString& text : f.chips) {
        QLabel* chip = label(m_chips, u"chip"_s);
        chip->setText(text);
        m_chips->layout()->addWidget(chip);
    }
    clear(m_figures->layout());
    for (const HeaderFact& fact : f.header) {
        auto* pair = new QWidget(m_figures);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        QLabel* name = label(pair, u"muted"_s);
        name->setText(fact.label);
        QLabel* value = label(pair, lookOf(fact.tone));
        value->setText(fact.value);
        QFont bold = value->font();
        bold.setWeight(QFont::DemiBold);
        value->setFont(bold);
        pair->setAccessibleName(QString(fact.label + u' ' + fact.value));
        row->addWidget(name);
        row->addWidget(value);
        m_figures->layout()->addWidget(pair);
    }
    m_figures->layout()->activate();
    m_figures->updateGeometry();
}

QWidget* AccountPage::card(QLabel** title, ElidedLabel** caption, const QString& text, QWidget* body)
{
    auto* frame = new QFrame;
    frame->setProperty("look", u"card"_s);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    QLabel* name = label(frame, u"strong"_s);
    name->setText(text);
    head->addWidget(name);
    auto* words = new ElidedLabel(frame);
    words->setColor(theme().color(Token::Muted));
    words->setFont(theme().font(TextRole::Caption));
    connect(&themeNotifier(), &ThemeNotifier::changed, words, [words] {
        words->setColor(theme().color(Token::Muted));
        words->setFont(theme().font(TextRole::Caption));
    });
    head->addWidget(words, 1);
    column->addLayout(head);
    column->addWidget(body, 1);
    if (title)
        *title = name;
    if (caption)
        *caption = words;
    return frame;
}

QWidget* AccountPage::buildBlocks()
{
    auto* money = new QWidget;
    auto* moneyColumn = new QVBoxLayout(money);
    moneyColumn->setContentsMargins(0, 0, 0, 0);
    moneyColumn->setSpacing(8);
    m_moneyNote = label(money, u"muted"_s);
    m_moneyNote->setWordWrap(true);
    moneyColumn->addWidget(m_aging);
    m_agreements = new FactRows(tr("Promises"), money);
    moneyColumn->addWidget(m_agreements);
    moneyColumn->addWidget(m_moneyNote);
    moneyColumn->addStretch(1);

    auto* pay = new QWidget;
    auto* payColumn = new QVBoxLayout(pay);
    payColumn->setContentsMargins(0, 0, 0, 0);
    payColumn->setSpacing(6);
    m_pay = label(pay, {});
    m_pay->setWordWrap(true);
    m_hurdles = label(pay, u"muted"_s);
    m_hurdles->setWordWrap(true);
    payColumn->addWidget(m_pay);
    payColumn->addWidget(m_hurdles);
    payColumn->addStretch(1);

    ElidedLabel* peopleCaption = nullptr;
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(12);
    m_owedCard = new QFrame;
    m_owedCard->setProperty("look", u"active"_s);
    m_owedCard->setAccessibleName(tr("What we owe them"));
    auto* owed = new QHBoxLayout(m_owedCard);
    owed->setContentsMargins(14, 8, 10, 8);
    m_owed = label(m_owedCard, {});
    m_owed->setWordWrap(true);
    owed->addWidget(m_owed, 1);
    auto* done = new KeyButton(tr("Done"), u"O"_s, m_owedCard);
    connect(done, &QPushButton::clicked, this, &AccountPage::owedDone);
    owed->addWidget(done, 0, Qt::AlignTop);
    column->addWidget(m_owedCard);
    m_topRow = new QWidget;
    auto* top = new QHBoxLayout(m_topRow);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(12);
    top->addWidget(card(nullptr, &m_moneyCaption, tr("Money"), money), 1);
    top->addWidget(card(nullptr, nullptr, tr("How they pay"), pay), 1);
    column->addWidget(m_topRow);
    QWidget* items = card(nullptr, &m_itemsCaption, tr("Open items"), m_table);
    items->layout()->setContentsMargins(1, 10, 1, 1);
    items->layout()->itemAt(0)->layout()->setContentsMargins(13, 0, 13, 0);
    column->addWidget(items, 1);
    m_itemsCard = items;
    m_history->setTitle(tr("Billed and paid, 12 months"));
    m_history->hide();
    column->addWidget(m_history, 1);
    m_bottomRow = new QWidget;
    auto* bottom = new QHBoxLayout(m_bottomRow);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->setSpacing(12);
    bottom->addWidget(card(nullptr, &peopleCaption, tr("People"), m_people), 3);
    ElidedLabel* filesCaption = nullptr;
    QWidget* files = card(nullptr, &filesCaption, tr("Files"), m_files);
    filesCaption->setText(tr("F attaches"));
    files->setMinimumWidth(200);
    m_files->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // the people say how high the row is
    bottom->addWidget(files, 1);
    column->addWidget(m_bottomRow);
    peopleCaption->setText(tr("escalation from left to right · Enter copies the number"));
    left->setProperty("look", u"ground"_s);
    left->setAttribute(Qt::WA_StyledBackground);
    left->setMinimumWidth(520);
    left->installEventFilter(this);
    m_left = left;

    m_timeline->setMinimumWidth(250);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(left);
    split->addWidget(m_timeline);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setSizes({820, 330});
    return split;
}

void AccountPage::balance()
{
    constexpr int enough = 170; // below it the lines say nothing
    const int rows = m_table->model()->rowCount();
    const int wanted = m_itemsCard->sizeHint().height() - m_table->sizeHint().height()
                       + m_table->horizontalHeader()->height() + rows * m_table->verticalHeader()->defaultSectionSize()
                       + 6;
    const int owed = m_owedCard->isHidden() ? 0 : m_owedCard->height() + 12;
    const int room = m_left->height() - 28 - 3 * 12 - owed - m_topRow->height() - m_bottomRow->height();
    const bool both = rows > 0 && room - wanted >= enough;
    m_history->setVisible(both);
    m_itemsCard->setMaximumHeight(both ? wanted : QWIDGETSIZE_MAX);
    m_itemsCard->setMinimumHeight(both ? wanted : 0);
}

bool AccountPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_left && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, [this] { balance(); }, Qt::QueuedConnection); // after the layout
    return Page::eventFilter(watched, event);
}

} // namespace duedesk
