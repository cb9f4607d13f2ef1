#include "ui/pages/reminders/templateview.h"

#include "core/workbench/mailroom.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/labelledform.h"
#include "ui/widgets/letterview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// Of the book the newest version of each name and language, else what the product comes with.
std::vector<LetterTemplate> newest(const Book& book)
{
    std::vector<LetterTemplate> out;
    for (const QString& language : LetterWords::languages())
        for (const QString& name : builtInTemplateNames())
            if (const LetterTemplate* t = builtInTemplate(name, language))
                out.push_back(*t);
    book.rows<LetterTemplate>().forEach([&](std::uint32_t, const LetterTemplate& t) {
        const auto it = std::find_if(out.begin(), out.end(), [&](const LetterTemplate& o) {
            return o.name == t.name && o.language == t.language;
        });
        if (it == out.end())
            out.push_back(t);
        else if (t.version > it->version)
            *it = t;
    });
    return out;
}

QString stateOf(const LetterTemplate& t)
{
    if (!t.id)
        return TemplateView::tr("built in");
    return t.approvedOn.isValid()
               ? TemplateView::tr("version %1, approved by %2").arg(QString::number(t.version), t.approvedBy)
               : TemplateView::tr("version %1, a draft: not used yet").arg(t.version);
}

} // namespace

TemplateView::TemplateView(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_list(new QListWidget), m_form(new LabelledForm), m_name(new QLineEdit),
      m_language(new QLineEdit), m_subject(new QLineEdit), m_body(new QPlainTextEdit), m_insert(new QComboBox),
      m_save(new KeyButton(tr("Save as a new version"), u"Ctrl+↵"_s)),
      m_approve(new QPushButton(tr("Approve this version"))), m_side(new QWidget), m_for(new QLabel),
      m_letter(new LetterView(tr("Preview of the letter")))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setProperty("look", u"side"_s);
    m_list->setFixedWidth(250);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_list);
    layout->addWidget(m_form, 1);
    m_form->add(u"name"_s, tr("Name"), m_name);
    m_form->add(u"language"_s, tr("Language, two letters"), m_language);
    m_form->add(u"subject"_s, tr("Subject"), m_subject);
    m_body->setTabChangesFocus(true);
    m_form->add(u"text"_s, tr("Text"), m_body, true);
    m_insert->addItem(tr("Insert a placeholder…"));
    for (const Placeholder& p : placeholders())
        m_insert->addItem(u"{{%1}}  %2"_s.arg(p.name, say(p.meaning)), p.name);
    m_insert->setAccessibleName(tr("Insert a placeholder"));
    m_insert->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_insert->setMinimumContentsLength(24);
    auto* buttons = new QWidget;
    auto* bar = new QHBoxLayout(buttons);
    bar->setContentsMargins(0, 8, 0, 0);
    m_save->setPrimary(true);
    bar->addWidget(m_save);
    bar->addWidget(m_approve);
    bar->addStretch(1);
    m_form->addWidget(m_insert);
    m_form->addWidget(buttons);
    auto* side = new QVBoxLayout(m_side);
    m_side->setProperty("look", u"surface"_s);
    side->setContentsMargins(16, 12, 8, 8);
    m_for->setTextFormat(Qt::PlainText);
    m_for->setWordWrap(true);
    m_for->setProperty("look", u"heading"_s);
    side->addWidget(m_for);
    side->addWidget(m_letter, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplateView::choose);
    connect(m_save, &QPushButton::clicked, this, &TemplateView::save);
    connect(m_approve, &QPushButton::clicked, this, &TemplateView::approve);
    connect(m_body, &QPlainTextEdit::textChanged, this, &TemplateView::preview);
    connect(m_subject, &QLineEdit::textChanged, this, &TemplateView::preview);
    connect(m_insert, &QComboBox::activated, this, [this](int i) {
        if (const QString name = m_insert->itemData(i).toString(); !name.isEmpty())
            m_body->insertPlainText(u"{{"_s + name + u"}}"_s);
        m_insert->setCurrentIndex(0);
        m_body->setFocus(Qt::OtherFocusReason);
    });
}

QWidget* TemplateView::list() const { return m_list; }

void TemplateView::refresh()
{
    std::vector<LetterTemplate> now = newest(*m_workbench.book());
    if (now == m_templates && m_list->count() > 0) {
        preview();
        return;
    }
    const QString kept = m_name->text().trimmed();
    m_templates = std::move(now);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int at = 0;
    for (std::size_t i = 0; i < m_templates.size(); ++i) {
        const LetterTemplate& t = m_templates[i];
        m_list->addItem(u"%1 (%2)\n%3"_s.arg(t.name, t.language, stateOf(t)));
        if (t.name == kept)
            at = int(i);
    }
    m_list->setCurrentRow(at);
    choose(at);
}

void TemplateView::choose(int row)
{
    if (row < 0 || row >= int(m_templates.size()))
        return;
    m_edited = m_templates[std::size_t(row)];
    m_form->clearErrors();
    const QSignalBlocker quiet(m_subject);
    m_name->setText(m_edited.name);
    m_language->setText(m_edited.language);
    m_subject->setText(m_edited.subject);
    m_body->setPlainText(m_edited.body);
    m_approve->setVisible(m_edited.id && !m_edited.approvedOn.isValid());
    preview();
}

void TemplateView::save()
{
    const SaveTemplate t{m_name->text(), m_language->text().trimmed(), m_subject->text(), m_body->toPlainText()};
    if (const Outcome o = m_workbench.submit(t); !o)
        m_form->showError(o.error());
    else
        m_form->clearErrors();
}

void TemplateView::approve()
{
    if (const Outcome o = m_workbench.submit(ApproveTemplate{m_edited.id}); !o)
        m_form->showError(o.error());
}

// As the customer with most past due would read it.
void TemplateView::preview()
{
    const InsightsPtr insights = m_workbench.insights();
    const BookPtr book = m_workbench.book();
    const CallRow* row = nullptr;
    for (const CallRow& r : insights->calls.rows)
        if (r.payer < book->customers().size() && (!row || r.pastDue > row->pastDue))
            row = &r;
    if (!row) {
        m_for->setText(tr("Preview"));
        m_letter->setPlain(insights->problem ? insights->problem->message()
                                             : tr("Nobody has open items yet, so there is nothing to show it with."));
        return;
    }
    m_for->setText(tr("As %1 would read it").arg(book->customers()[row->payer].name));
    MailOrder order;
    order.customer = book->customers()[row->payer].id;
    if (row->contact != noRow && row->contact < book->rows<Contact>().size())
        order.contact = book->rows<Contact>()[row->contact].id;
    order.wording = m_edited;
    order.wording.language = m_language->text().trimmed();
    order.wording.subject = m_subject->text();
    order.wording.body = m_body->toPlainText();
    const auto letter = letterOf(*book, order, m_workbench.asOf(), m_workbench.user());
    if (letter)
        m_letter->setLetter(u"<p><b>"_s + letter->subject.toHtmlEscaped() + u"</b></p>"_s + letter->html);
    else
        m_letter->setPlain(letter.error().message());
}

} // namespace duedesk
