#include "ui/shell/statusbar.h"

#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace duedesk {

StatusBar::StatusBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_asOf(new QPushButton(this)), m_page(new QLabel(this)),
      m_cash(new QLabel(this)), m_saved(new QLabel(this)), m_import(new QLabel(this)), m_single(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    setAccessibleName(tr("Status"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 14, 0);
    layout->setSpacing(20);
    setFixedHeight(27);
    m_asOf->setProperty("look", u"link"_s);
    m_asOf->setFocusPolicy(Qt::TabFocus);
    m_asOf->setToolTip(tr("Look at another day (Ctrl+D)"));
    for (QLabel* l : {m_page, m_cash, m_saved, m_import, m_single})
        l->setProperty("look", u"muted"_s);
    m_page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_single->setText(tr("Single-user file"));
    m_single->setToolTip(tr("Single-user file: roles guide, they do not protect."));
    m_single->setAccessibleName(m_single->toolTip());
    m_progress->setRange(0, 1000);
    m_progress->setFixedWidth(120);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Import progress"));
    m_progress->hide();
    layout->addWidget(m_asOf);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_cash);
    layout->addWidget(m_progress);
    layout->addWidget(m_saved);
    layout->addWidget(m_import);
    layout->addWidget(m_single);
    connect(m_asOf, &QPushButton::clicked, this, &StatusBar::asOfWanted);
    for (const auto signal :
         {&Workbench::insightsChanged, &Workbench::asOfChanged, &Workbench::savingChanged, &Workbench::troubleOver})
        connect(&workbench, signal, this, &StatusBar::refresh);
    connect(&workbench, &Workbench::minutePassed, this, &StatusBar::refresh); // "2 h ago" grows old
    connect(&workbench, &Workbench::trouble, this, &StatusBar::refresh);
    refresh();
}

void StatusBar::setPageText(const QString& text)
{
    m_pageText = text;
    refresh();
}

void StatusBar::setSelectionText(const QString& text)
{
    m_selection = text;
    refresh();
}

void StatusBar::setProgress(double fraction)
{
    m_progress->setVisible(fraction >= 0);
    m_progress->setValue(int(fraction * 1000));
}

void StatusBar::refresh()
{
    const BookPtr book = m_workbench.book();
    m_asOf->setText(tr("As of %1").arg(fullDateText(m_workbench.asOf())));
    m_asOf->setAccessibleName(m_asOf->text());
    QStringList parts;
    for (const QString& p : {m_pageText, m_selection})
        if (!p.isEmpty())
            parts.append(p);
    m_page->setText(parts.join(u" \u00b7 "_s));
    const Date cash = book->cashThrough();
    m_cash->setText(cash.isValid() ? tr("cash known through %1").arg(weekdayText(cash)) : tr("no cash known yet"));
    const bool saving = m_workbench.isSaving();
    const bool stuck = !m_workbench.canWrite();
    m_saved->setText(stuck && saving ? tr("\u25cb not saved")
                     : stuck         ? tr("\u25cb cannot be saved")
                     : saving        ? tr("\u25cb saving")
                                     : tr("\u25cf saved"));
    m_saved->setProperty("look", stuck ? u"bad"_s : saving ? u"warn"_s : u"good"_s);
    m_saved->style()->unpolish(m_saved);
    m_saved->style()->polish(m_saved);
    Instant last = 0;
    book->rows<ImportBatch>().forEach([&](std::uint32_t, const ImportBatch& b) { last = std::max(last, b.at); });
    m_import->setText(last == 0 ? tr("nothing imported")
                                : tr("ledger import %1").arg(agoText(last, m_workbench.clock().now())));
}

void StatusBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), theme().color(Token::Surface));
    p.fillRect(0, 0, width(), 1, theme().color(Token::Line));
}

} // namespace duedesk
