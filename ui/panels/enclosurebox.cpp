#include "ui/panels/enclosurebox.h"

#include "core/insight/calls/callpast.h"
#include "core/workbench/filedesk.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/shell/theme.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/keybutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace duedesk {

EnclosureBox::EnclosureBox(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_statement(new QCheckBox(tr("Statement of open items (PDF)"))),
      m_kept(new QComboBox), m_list(new FileList(QString()))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    auto* attach = new KeyButton(tr("Attach a file\u2026"), u"Ctrl+Shift+A"_s);
    m_kept->setAccessibleName(tr("Attach a file of this account"));
    m_kept->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kept->setMinimumContentsLength(14);
    m_list->list()->setAccessibleName(tr("Attached files"));
    row->addWidget(m_statement);
    row->addStretch(1);
    row->addWidget(attach);
    row->addWidget(m_kept);
    column->addWidget(m_list);
    column->addLayout(row);
    connect(attach, &QPushButton::clicked, this, &EnclosureBox::filesWanted);
    connect(m_kept, &QComboBox::activated, this, [this](int i) {
        attachKept(AttachmentId(m_kept->itemData(i).toLongLong()));
        m_kept->setCurrentIndex(0);
    });
    connect(m_list, &FileList::removeWanted, this, &EnclosureBox::remove);
    connect(m_list, &FileList::dropped, this, &EnclosureBox::attach);
    show();
}

void EnclosureBox::start(CustomerId payer, bool statement)
{
    m_files.clear();
    m_statement->setChecked(statement);
    m_kept->clear();
    m_kept->addItem(tr("A file of this account\u2026"));
    const BookPtr book = m_workbench.book();
    if (const std::uint32_t row = book->customerRow(payer); row != noRow)
        forEachMember(*book, row, [&](std::uint32_t site) {
            const CustomerId customer = book->customers()[site].id;
            book->rows<Attachment>().forEach([&](std::uint32_t, const Attachment& a) {
                if (a.customer == customer)
                    m_kept->addItem(a.name + u" \u00b7 "_s + sizeText(a.size), qint64(a.id.value));
            });
        });
    m_kept->setVisible(m_kept->count() > 1);
    show();
}

bool EnclosureBox::hasStatement() const { return m_statement->isChecked(); }

void EnclosureBox::attach(const QStringList& paths)
{
    Outcome all;
    for (const QString& path : paths) {
        auto file = readToAttach(path);
        if (!file) {
            all = std::unexpected<Error>(file.error());
            all.error().field = u"attachment"_s;
            all.error().what = Lang::words("“%1” %2", QFileInfo(path).fileName(), all.error().what);
            break;
        }
        const qint64 size = file->bytes.size();
        m_files.push_back({{file->name, file->mimeType.toLatin1(), std::move(file->bytes)}, {}, size});
    }
    show();
    emit changed();
    if (!all)
        emit refused(all.error());
}

void EnclosureBox::attachKept(AttachmentId id)
{
    const BookPtr book = m_workbench.book();
    const Attachment* a = book->rows<Attachment>().find(id);
    if (!a || std::ranges::find(m_files, id, &Enclosed::kept) != m_files.end())
        return;
    m_files.push_back({{a->name, a->mimeType.toLatin1(), {}}, id, a->size});
    show();
    emit changed();
}

void EnclosureBox::collect(Answer then)
{
    gather(std::make_shared<Gathering>(Gathering{m_files, {}, std::move(then)}));
}

void EnclosureBox::gather(const std::shared_ptr<Gathering>& g)
{
    while (g->read.size() < g->files.size()) {
        const Enclosed& next = g->files[g->read.size()];
        if (next.kept) {
            enclosureOf(m_workbench, next.kept, this, [this, g](Result<LetterEnclosure> file) {
                if (!file) {
                    g->then(failed(file));
                    return;
                }
                g->read.push_back(std::move(*file));
                gather(g);
            });
            return;
        }
        g->read.push_back(next.file);
    }
    g->then(std::move(g->read));
}

void EnclosureBox::remove(qint64 line)
{
    m_files.erase(m_files.begin() + (line - 1));
    show();
    emit changed();
}

void EnclosureBox::show()
{
    std::vector<FileLine> lines;
    for (const Enclosed& e : m_files)
        lines.push_back(
            {qint64(lines.size()) + 1, e.file.name,
             e.kept ? tr("%1 \u00b7 kept with the account", "a size").arg(sizeText(e.size)) : sizeText(e.size)});
    m_list->setFiles(lines);
    m_list->setFixedHeight(int(std::min<std::size_t>(lines.size(), 3)) * (theme().rowHeight() - 4));
    m_list->setVisible(!lines.empty());
}

} // namespace duedesk
