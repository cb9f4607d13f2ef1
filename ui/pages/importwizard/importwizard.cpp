#include "ui/pages/importwizard/importwizard.h"

#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/importwizard/importmapping.h"
#include "ui/prompts/prompter.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const Error& e)
{
    return e.message().isEmpty() ? Lang::tr("It failed without a reason") : e.message();
}

QTableWidgetItem* cell(const QString& text, bool figure)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

QString totalText(const MoneyBag& bag)
{
    QStringList parts;
    for (const auto& [currency, sum] : bag.amounts())
        parts.append(amountWithUnit(narrow(sum), currency));
    return parts.join(u", "_s);
}

} // namespace

void ImportWizard::chooseFiles()
{
    const QStringList files = m_prompter.openFiles(
        this, tr("Import files"),
        tr("Text and workbooks (*.csv *.txt *.tsv *.xlsx *.ods *.xls *.xml *.html *.htm);;All files (*)"));
    if (!files.isEmpty())
        m_flow.start(files);
}

void ImportWizard::goOn()
{
    if (m_flow.state() == ImportFlow::State::Pick)
        return chooseFiles();
    if (m_flow.state() == ImportFlow::State::Done) {
        m_flow.reset();
        emit finished();
        return;
    }
    if (m_flow.state() == ImportFlow::State::Failed)
        return m_flow.back();
    m_flow.next();
}

void ImportWizard::showState()
{
    using S = ImportFlow::State;
    const S s = m_flow.state();
    switch (s) {
    case S::Pick: m_panes->setCurrentIndex(FilesPane); break;
    case S::Detecting:
    case S::Staging:
    case S::Committing:
        m_progress->setValue(0);
        m_busyText->setText(s == S::Detecting ? tr("Looking at the files…")
                            : s == S::Staging ? tr("Reading every row…")
                                              : tr("Writing the batch…"));
        m_panes->setCurrentIndex(BusyPane);
        break;
    case S::Columns: showColumns(); break;
    case S::Readings: showReadings(); break;
    case S::Review: showReview(); break;
    case S::Done: {
        std::int64_t added = 0, changed = 0;
        for (const FileReport& f : m_flow.report()->files) {
            added += f.added;
            changed += f.changed;
        }
        m_resultTitle->setText(
            tr("%1 taken, %2 changed").arg(Lang::plural("%1 new rows", "1 new row", added), countText(changed)));
        const QString done = tr("The batch is in the book. Ctrl+Z takes the whole import back; later, Undo on the list "
                                "of imports does.");
        m_resultText->setText(m_flow.wasReadAgain() ? tr("The book changed meanwhile; the files were read again. They "
                                                         "say the same as before.\n%1")
                                                          .arg(done)
                                                    : done);
        m_panes->setCurrentIndex(ResultPane);
        break;
    }
    case S::Failed:
        m_failedTitle->setText(tr("The import stopped, nothing was written"));
        m_failedText->setText(sentence(m_flow.error()));
        m_panes->setCurrentIndex(FailedPane);
        break;
    }
    const int step = s == S::Pick || s == S::Detecting      ? 0
                     : s == S::Columns                      ? 1
                     : s == S::Readings || s == S::Staging  ? 2
                     : s == S::Review || s == S::Committing ? 3
                     : s == S::Done                         ? 4
                                                            : -1;
    for (int i = 0; i < int(m_steps.size()); ++i) {
        m_steps[std::size_t(i)]->setEnabled(i <= step);
        QFont f = m_steps[std::size_t(i)]->font();
        f.setWeight(i == step ? QFont::DemiBold : QFont::Normal);
        m_steps[std::size_t(i)]->setFont(f);
    }
    updateBar();
    // The keyboard goes where the answer is given; Enter alone is enough when there is nothing to answer.
    QWidget* focus = s == S::Columns && !m_flow.columnsComplete()        ? static_cast<QWidget*>(m_columns)
                     : s == S::Review && m_flow.report()->errorCount > 0 ? static_cast<QWidget*>(m_accept)
                     : s == S::Readings                                  ? m_readings->findChild<QRadioButton*>()
                     : m_flow.isBusy()                                   ? static_cast<QWidget*>(m_back)
                                                                         : m_next;
    if (focus && isVisible())
        focus->setFocus(Qt::OtherFocusReason);
}

void ImportWizard::updateBar()
{
    using S = ImportFlow::State;
    const S s = m_flow.state();
    QString next = tr("Next"), why;
    bool can = true;
    switch (s) {
    case S::Pick: next = tr("Choose files…"); break;
    case S::Columns:
        can = m_flow.columnsComplete();
        for (int f = 0; f < int(m_flow.looked().size()) && why.isEmpty(); ++f)
            if (const QStringList missing = m_flow.missingTargets(f); !missing.isEmpty())
                why = tr("%1 still needs: %2").arg(QFileInfo(m_flow.files()[f]).fileName(), missing.join(u", "_s));
        break;
    case S::Readings:
        can = m_flow.allAnswered();
        why = can ? QString() : tr("Choose how each column is to be read");
        break;
    case S::Review:
        next = tr("Import");
        can = m_flow.canCommit();
        why = m_flow.whyNot();
        break;
    case S::Done: next = tr("Done"); break;
    case S::Failed: next = tr("Back"); break;
    default: can = false;
    }
    m_next->setText(tr("%1   Enter").arg(next));
    m_next->setEnabled(can);
    m_next->setVisible(!m_flow.isBusy());
    m_back->setText(tr("%1   Esc").arg(m_flow.isBusy() ? tr("Cancel") : s == S::Pick ? tr("Close") : tr("Back")));
    m_back->setVisible(s != S::Done && s != S::Failed);
    m_why->setText(why);
}

void ImportWizard::showColumns()
{
    m_filling = true;
    m_file->clear();
    for (const QString& path : m_flow.files())
        m_file->addItem(QFileInfo(path).fileName());
    m_file->setVisible(m_flow.files().size() > 1);
    int first = 0; // the file that needs an answer is shown first
    for (int f = 0; f < int(m_flow.looked().size()); ++f)
        if (!m_flow.missingTargets(f).isEmpty()) {
            first = f;
            break;
        }
    m_file->setCurrentIndex(first);
    m_filling = false;
    m_file->currentIndexChanged(first);
    m_panes->setCurrentIndex(ColumnsPane);
}

void ImportWizard::showReadings()
{
    delete m_readings->findChild<QWidget*>(u"questions"_s, Qt::FindDirectChildrenOnly);
    auto* questions = new QWidget(m_readings);
    questions->setObjectName(u"questions"_s);
    auto* column = new QVBoxLayout(questions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    for (int a = 0; a < int(m_flow.ambiguities().size()); ++a) {
        const Ambiguity& ambiguity = m_flow.ambiguities()[std::size_t(a)];
        auto* frame = new QFrame(questions);
        frame->setProperty("look", u"card"_s);
        auto* rows = new QVBoxLayout(frame);
        rows->setContentsMargins(14, 12, 14, 12);
        auto* title = new QLabel(
            tr("%1 in %2 can be read in two ways").arg(ambiguity.column, QFileInfo(ambiguity.file).fileName()), frame);
        title->setTextFormat(Qt::PlainText);
        title->setProperty("look", u"strong"_s);
        rows->addWidget(title);
        auto* group = new QButtonGroup(frame);
        for (int r = 0; r < int(ambiguity.readings.size()); ++r) {
            const Ambiguity::Reading& reading = ambiguity.readings[std::size_t(r)];
            QStringList samples;
            for (const Ambiguity::Sample& s : reading.samples)
                samples.append(tr("row %1: %2 is %3").arg(countText(s.row), s.cell, s.read));
            auto* choice = new QRadioButton(reading.name, frame);
            choice->setAccessibleDescription(samples.join(u"; "_s));
            choice->setChecked(m_flow.answerOf(a) == r);
            group->addButton(choice, r);
            rows->addWidget(choice);
            auto* shown = new QLabel(samples.join(u"\n"_s), frame);
            shown->setTextFormat(Qt::PlainText);
            shown->setProperty("look", u"muted"_s);
            shown->setIndent(26);
            rows->addWidget(shown);
        }
        connect(group, &QButtonGroup::idClicked, this, [this, a](int r) { m_flow.answer(a, r); });
        column->addWidget(frame);
    }
    m_readingsLayout->insertWidget(1, questions);
    m_panes->setCurrentIndex(ReadingsPane);
}

void ImportWizard::showReview()
{
    const StagedReport& r = *m_flow.report();
    m_counts->setRowCount(int(r.files.size()));
    for (int i = 0; i < int(r.files.size()); ++i) {
        const FileReport& f = r.files[std::size_t(i)];
        const QString state = f.alreadyImported ? tr("already in the book") : totalText(f.total);
        const QStringList cells{f.name,
                                fileKindName(f.kind),
                                countText(f.rows),
                                countText(f.added),
                                countText(f.changed),
                                countText(f.unchanged),
                                countText(f.rejected),
                                state};
        for (int c = 0; c < int(cells.size()); ++c)
            m_counts->setItem(i, c, cell(cells[c], c >= 2));
    }
    m_counts->setFixedHeight(m_counts->horizontalHeader()->sizeHint().height()
                             + 30 * std::clamp(int(r.files.size()), 1, 6) + 4);
    QStringList notes;
    if (m_flow.wasReadAgain())
        notes.append(tr("The book changed meanwhile; the files were read again. They say something else now: compare, "
                        "and import again."));
    for (const Error& b : r.blockers)
        notes.append(sentence(b));
    for (const Error& w : r.warnings) {
        if (notes.size() >= 4)
            break;
        notes.append(sentence(w));
    }
    if (r.warningCount > std::int64_t(notes.size()))
        notes.append(tr("and %1 more warnings").arg(countText(r.warningCount - std::int64_t(notes.size()))));
    m_reviewNote->setText(notes.isEmpty()
                              ? tr("Compare the totals with the ones your ledger prints. Nothing is written yet.")
                              : notes.join(u'\n'));
    m_accept->setChecked(m_flow.acceptsGoodRows());
    showRejects(r);
    m_panes->setCurrentIndex(ReviewPane);
}

void ImportWizard::showRejects(const StagedReport& r)
{
    m_rejectBlock->setVisible(r.errorCount > 0);
    m_accept->setText(Lang::plural("Take the good rows and leave out %1 rejected rows",
                                   "Take the good rows and leave out 1 rejected row", r.errorCount));
    m_rejects->setRowCount(int(r.errors.size()));
    for (int i = 0; i < int(r.errors.size()); ++i) {
        const Error& e = r.errors[std::size_t(i)];
        const QStringList cells{QFileInfo(e.file).fileName(), e.row > 0 ? countText(e.row) : QString(), e.field,
                                e.value, say(e.remedy.isEmpty() ? e.what : Lang::words("%1; %2", e.what, e.remedy))};
        for (int c = 0; c < int(cells.size()); ++c)
            m_rejects->setItem(i, c, cell(cells[c], c == 1));
    }
}

void ImportWizard::saveRejects()
{
    const QString target =
        m_prompter.saveFile(this, tr("Save the rejected rows"), u"rejected-rows.csv"_s, tr("Delimited text (*.csv)"));
    if (target.isEmpty())
        return;
    const Result<Written> done = m_flow.saveRejects(target);
    if (!done)
        emit said(sentence(done.error()));
    else
        emit said(done->doubt.isEmpty() ? tr("Rejected rows saved to %1").arg(QFileInfo(target).fileName())
                                        : done->doubt);
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && !m_flow.isBusy())
        event->acceptProposedAction();
}

void ImportWizard::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    m_flow.start(files);
}

void ImportWizard::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_next->isEnabled() && !m_flow.isBusy())
        goOn();
    else
        QWidget::keyPressEvent(event); // Esc is the window's: it asks the page to go back
}

bool ImportWizard::eventFilter(QObject* watched, QEvent* event)
{
    // Tables and choices would keep Enter for themselves.
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier
            && m_next->isEnabled()) {
            goOn();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace duedesk
