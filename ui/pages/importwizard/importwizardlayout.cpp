// How the import wizard is put together; what it does stands in importwizard.cpp.
#include "ui/models/format.h"
#include "ui/pages/importwizard/importmapping.h"
#include "ui/pages/importwizard/importwizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QLabel* text(QWidget* parent, const QString& words, const QString& look)
{
    auto* l = new QLabel(words, parent);
    l->setTextFormat(Qt::PlainText);
    l->setProperty("look", look);
    l->setWordWrap(true);
    return l;
}

QTableWidget* table(const QString& name, const QStringList& headings)
{
    auto* t = new QTableWidget(0, int(headings.size()));
    t->setHorizontalHeaderLabels(headings);
    t->setAccessibleName(name);
    t->verticalHeader()->hide();
    t->verticalHeader()->setDefaultSectionSize(30);
    t->setShowGrid(false);
    t->setFrameShape(QFrame::NoFrame);
    t->setEditTriggers(QAbstractItemView::NoEditTriggers);
    t->setSelectionBehavior(QAbstractItemView::SelectRows);
    t->setTabKeyNavigation(false);
    t->setWordWrap(false);
    t->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    t->horizontalHeader()->setStyleSheet(u"QHeaderView::section { padding: 0 3px; }"_s); // over the text of its cells
    t->horizontalHeader()->setHighlightSections(false);
    return t;
}

} // namespace

ImportWizard::ImportWizard(ImportFlow& flow, Prompter& prompter, QWidget* parent)
    : QWidget(parent), m_flow(flow), m_prompter(prompter), m_panes(new QStackedWidget(this))
{
    setAcceptDrops(true);
    setAccessibleName(tr("Import wizard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(14);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(10);
    for (const QString& name : {tr("1  Files"), tr("2  Columns"), tr("3  Readings"), tr("4  Check"), tr("5  Result")}) {
        auto* l = text(this, name, {});
        l->setWordWrap(false);
        m_steps.push_back(l);
        steps->addWidget(l);
        if (m_steps.size() < 5)
            steps->addWidget(text(this, u"›"_s, u"muted"_s));
    }
    steps->addStretch(1);
    column->addLayout(steps);

    m_panes->addWidget(buildFiles());
    m_panes->addWidget(buildBusy());
    m_panes->addWidget(buildColumns());
    m_readings = new QWidget;
    m_readings->setProperty("look", u"scroll"_s);
    m_readingsLayout = new QVBoxLayout(m_readings);
    m_readingsLayout->setContentsMargins(0, 0, 0, 0);
    m_readingsLayout->addWidget(
        text(m_readings, tr("These cells fit two readings. Yours is remembered for files with the same headings."),
             u"muted"_s));
    m_readingsLayout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_readings);
    m_panes->addWidget(scroll);
    m_panes->addWidget(buildReview());
    m_panes->addWidget(buildText(m_resultTitle, m_resultText));
    m_panes->addWidget(buildText(m_failedTitle, m_failedText));
    column->addWidget(m_panes, 1);
    column->addWidget(buildBar());

    connect(&m_flow, &ImportFlow::stateChanged, this, &ImportWizard::showState);
    connect(&m_flow, &ImportFlow::edited, this, &ImportWizard::updateBar);
    connect(&m_flow, &ImportFlow::readAgain, this,
            [this] { emit said(tr("The book changed meanwhile; the files are read again.")); });
    connect(&m_flow, &ImportFlow::progress, this, [this](double done, const QString& what) {
        m_progress->setValue(int(done * 1000));
        if (!what.isEmpty())
            m_busyText->setText(what);
    });
    showState();
}

QWidget* ImportWizard::buildFiles()
{
    auto* drop = new QFrame;
    drop->setProperty("look", u"card"_s);
    auto* column = new QVBoxLayout(drop);
    column->setSpacing(10);
    column->addStretch(2);
    QLabel* title = text(drop, tr("Drop ledger exports here, or press Enter to choose them"), u"section"_s);
    title->setAlignment(Qt::AlignCenter);
    QLabel* words = text(
        drop,
        tr("Customers, contacts, invoices, payments, promises, rates and holidays as delimited text, several at once. "
           "Encoding, delimiter, decimals and dates are found out; what can be read in two ways is asked. "
           "Nothing is written before you have seen the counts and totals."),
        u"muted"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setMaximumWidth(620);
    column->addWidget(title);
    column->addWidget(words, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return drop;
}

QWidget* ImportWizard::buildBusy()
{
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    m_busyText = text(pane, {}, u"section"_s);
    m_busyText->setAlignment(Qt::AlignCenter);
    m_progress = new QProgressBar(pane);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(520);
    m_progress->setMinimumWidth(320);
    m_progress->setAccessibleName(tr("Progress of the import"));
    column->addStretch(2);
    column->addWidget(m_busyText);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return pane;
}

QWidget* ImportWizard::buildColumns()
{
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    m_file = new QComboBox(pane);
    m_file->setAccessibleName(tr("File"));
    m_kind = new QComboBox(pane);
    m_kind->setAccessibleName(tr("What the file holds"));
    for (int k = 0; k < fileKindCount; ++k)
        m_kind->addItem(fileKindName(FileKind(k)));
    m_columnsNote = text(pane, {}, u"muted"_s);
    row->addWidget(m_file);
    row->addWidget(m_kind);
    row->addWidget(m_columnsNote, 1);
    column->addLayout(row);
    m_columns = table(tr("Columns of the file"), {tr("Column"), tr("Feeds"), tr("First rows")});
    m_columns->horizontalHeader()->setStretchLastSection(true);
    m_columns->setColumnWidth(0, 220);
    m_columns->setColumnWidth(1, 200);
    m_columns->verticalHeader()->setDefaultSectionSize(34);
    m_columns->installEventFilter(this);
    column->addWidget(m_columns, 1);

    connect(m_file, qOverload<int>(&QComboBox::currentIndexChanged), this, [this](int file) {
        if (m_filling || file < 0 || file >= int(m_flow.looked().size()))
            return;
        m_filling = true;
        const ImportFlow::File& f = m_flow.looked()[std::size_t(file)];
        m_kind->setCurrentIndex(int(f.kind));
        const FileLayout& l = f.detection.layout;
        const QString how = !f.known                 ? tr("headings not known yet: say what each column feeds")
                            : f.detection.remembered ? tr("mapped as the last time")
                                                     : tr("profile %1").arg(l.profile);
        const QString delimiter = l.delimiter == '\t' ? tr("tab") : QString(QChar::fromLatin1(l.delimiter));
        m_columnsNote->setText(tr("%1 · %2 · delimiter %3 · headings in line %4")
                                   .arg(how, encodingName(l.encoding), delimiter, QString::number(l.headingLine)));
        m_columns->setRowCount(int(f.detection.columns.size()));
        const QStringList targets = targetsOf(f.kind);
        for (int c = 0; c < int(f.detection.columns.size()); ++c) {
            const Detection::Column& one = f.detection.columns[std::size_t(c)];
            m_columns->setItem(c, 0, new QTableWidgetItem(one.heading.isEmpty() ? tr("(no heading)") : one.heading));
            m_columns->setItem(c, 2, new QTableWidgetItem(one.samples.join(u"   ·   "_s)));
            auto* feeds = new QComboBox;
            feeds->setAccessibleName(tr("%1 feeds").arg(one.heading));
            feeds->addItem(tr("nothing"));
            feeds->addItems(targets);
            feeds->setCurrentIndex(std::max<int>(0, int(targets.indexOf(f.targets[c])) + 1));
            feeds->setFocusPolicy(Qt::StrongFocus);
            connect(feeds, qOverload<int>(&QComboBox::activated), this, [this, file, c](int index) {
                const QStringList names = targetsOf(m_flow.looked()[std::size_t(file)].kind);
                m_flow.setTarget(file, c, index == 0 ? QString() : names[index - 1]);
                // Another column may have lost this target.
                for (int r = 0; r < m_columns->rowCount(); ++r)
                    if (auto* box = qobject_cast<QComboBox*>(m_columns->cellWidget(r, 1)))
                        box->setCurrentIndex(
                            std::max<int>(0, int(names.indexOf(m_flow.looked()[std::size_t(file)].targets[r])) + 1));
            });
            m_columns->setCellWidget(c, 1, feeds);
        }
        m_filling = false;
    });
    connect(m_kind, qOverload<int>(&QComboBox::activated), this, [this](int kind) {
        const int file = std::max(0, m_file->currentIndex());
        m_flow.setKind(file, FileKind(kind));
        m_file->currentIndexChanged(file); // shows the new proposals
    });
    return pane;
}

QWidget* ImportWizard::buildReview()
{
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_counts = table(tr("What the files bring"), {tr("File"), tr("Kind"), tr("Rows"), tr("New"), tr("Changed"),
                                                  tr("Unchanged"), tr("Rejected"), tr("Total of the file")});
    m_counts->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_counts->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int c = 2; c < 8; ++c)
        m_counts->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_counts->installEventFilter(this);
    m_reviewNote = text(pane, {}, u"muted"_s);
    column->addWidget(m_counts);
    column->addWidget(m_reviewNote);

    m_rejectBlock = new QWidget(pane);
    auto* rejects = new QVBoxLayout(m_rejectBlock);
    rejects->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_accept = new QCheckBox(m_rejectBlock);
    m_accept->installEventFilter(this);
    m_saveRejects = new QPushButton(tr("Save rejects as CSV…"), m_rejectBlock);
    row->addWidget(m_accept, 1);
    row->addWidget(m_saveRejects);
    rejects->addLayout(row);
    m_rejects =
        table(tr("Rejected rows"), {tr("File"), tr("Row"), tr("Field"), tr("Value"), tr("Reason and what to do")});
    m_rejects->horizontalHeader()->setStretchLastSection(true);
    m_rejects->setColumnWidth(0, 170);
    m_rejects->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_rejects->setColumnWidth(1, 80);
    m_rejects->setColumnWidth(2, 130);
    m_rejects->setColumnWidth(3, 180);
    m_rejects->installEventFilter(this);
    rejects->addWidget(m_rejects, 1);
    column->addWidget(m_rejectBlock, 1);
    column->addStretch(0);
    connect(m_accept, &QCheckBox::toggled, this, [this](bool on) { m_flow.setAcceptGoodRows(on); });
    connect(m_saveRejects, &QPushButton::clicked, this, &ImportWizard::saveRejects);
    return pane;
}

QWidget* ImportWizard::buildText(QLabel*& title, QLabel*& words)
{
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setSpacing(8);
    title = text(pane, {}, u"section"_s);
    title->setAlignment(Qt::AlignCenter);
    words = text(pane, {}, u"muted"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setMaximumWidth(720);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return pane;
}

QWidget* ImportWizard::buildBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_why = text(bar, {}, u"warn"_s);
    m_why->setAccessibleName(tr("What is missing"));
    m_back = new QPushButton(bar);
    m_next = new QPushButton(bar);
    m_next->setProperty("look", u"primary"_s);
    m_next->installEventFilter(this);
    row->addWidget(m_why, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_flow.state() == ImportFlow::State::Pick)
            emit finished();
        else
            m_flow.back();
    });
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::goOn);
    return bar;
}

} // namespace duedesk
