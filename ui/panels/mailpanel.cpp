#include "ui/panels/mailpanel.h"

#include "core/domain/codewords.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/contactguard.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/panels/draftkeeper.h"
#include "ui/panels/enclosurebox.h"
#include "ui/print/statementpdf.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/labelledform.h"
#include "ui/widgets/letterview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

const QString MailPanel::confirmMail = QStringLiteral("confirm");

MailPanel::MailPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_drafts(new DraftKeeper(workbench, this)), m_form(new LabelledForm),
      m_contact(new QComboBox), m_template(new QComboBox), m_verified(new QLabel), m_subject(new QLineEdit),
      m_body(new QPlainTextEdit), m_enclosures(new EnclosureBox(workbench)),
      m_send(new KeyButton(tr("Send"), u"Ctrl+↵"_s)), m_side(new QWidget), m_letter(new LetterView(tr("The mail")))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form, 1);
    m_form->add(u"letter"_s, tr("Template"), m_template);
    m_form->add(u"contact"_s, tr("To"), m_contact);
    m_verified->setTextFormat(Qt::PlainText);
    m_verified->setWordWrap(true);
    m_verified->setProperty("look", u"caption"_s);
    m_form->addWidget(m_verified);
    m_form->add(u"subject"_s, tr("Subject"), m_subject);
    m_body->setTabChangesFocus(true);
    m_form->add(u"text"_s, tr("Text; the line {{invoice_table}} becomes the table"), m_body, true);
    m_form->add(u"attachment"_s, tr("Attachment"), m_enclosures);
    static_cast<KeyButton*>(m_send)->setPrimary(true);
    auto* buttons = new QWidget;
    auto* bar = new QHBoxLayout(buttons);
    bar->setContentsMargins(0, 8, 0, 0);
    bar->addWidget(m_send);
    bar->addStretch(1);
    m_form->addWidget(buttons);
    auto* side = new QVBoxLayout(m_side);
    m_side->setProperty("look", u"surface"_s);
    side->setContentsMargins(8, 8, 8, 8);
    side->addWidget(m_letter);
    connect(m_template, &QComboBox::activated, this, &MailPanel::fillText);
    connect(m_contact, &QComboBox::activated, this, &MailPanel::fillText);
    connect(m_subject, &QLineEdit::textChanged, this, &MailPanel::typed);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MailPanel::typed);
    connect(m_send, &QPushButton::clicked, this, &MailPanel::send);
    connect(m_enclosures, &EnclosureBox::filesWanted, this, &MailPanel::filesWanted);
    connect(m_enclosures, &EnclosureBox::changed, m_form, &LabelledForm::clearErrors);
    connect(m_enclosures, &EnclosureBox::refused, m_form, &LabelledForm::showError);
}

QWidget* MailPanel::first() const { return m_body; }

QString MailPanel::title() const
{
    const Customer* c = m_workbench.book()->customers().find(m_payer);
    return c ? tr("Write to %1").arg(c->name) : tr("Write");
}

void MailPanel::start(CustomerId payer, const QString& templateName)
{
    const Book& book = *m_workbench.book();
    m_payer = payer;
    m_form->clearErrors();
    m_template->clear();
    const std::uint32_t row = book.customerRow(payer);
    const bool unconfirmed = row != noRow && openConfirm(book, row, m_workbench.today());
    if (unconfirmed)
        m_template->addItem(tr("What they did not confirm"), confirmMail);
    for (const QString& name : wordingNames(book))
        if (wordingFor(book, name, u"en"_s))
            m_template->addItem(name, name);
    m_template->setCurrentIndex(
        std::max(0, m_template->findData(templateName.isEmpty() ? u"statement"_s : templateName)));
    m_enclosures->start(payer, templateName != confirmMail); // its own list is in its words
    fillContacts();
    if (const ConfirmBy* c =
            templateName == confirmMail && unconfirmed ? openConfirm(book, row, m_workbench.today()) : nullptr)
        if (const int to = m_contact->findData(qint64(draftConfirmMail(book, *c, m_workbench.today()).to.value));
            to >= 0)
            m_contact->setCurrentIndex(to); // the next rung
    fillText();
}

// The billing contact first, then who else has an address; who may not get a statement is there with the reason.
void MailPanel::fillContacts()
{
    const BookPtr book = m_workbench.book();
    m_contact->clear();
    const std::uint32_t payer = book->customerRow(m_payer);
    if (payer == noRow)
        return;
    const Instant now = m_workbench.clock().now();
    std::vector<const Contact*> people;
    forEachMember(*book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book->contactsOf(site))
            if (const Contact& c = book->rows<Contact>()[row]; !c.email.isEmpty())
                people.push_back(&c);
    });
    const std::uint32_t best = letterContact(*book, payer, ContactRole::ApClerk, now);
    const ContactId bestId = best == noRow ? ContactId() : book->rows<Contact>()[best].id;
    std::stable_sort(people.begin(), people.end(),
                     [&](const Contact* a, const Contact* b) { return (a->id == bestId) > (b->id == bestId); });
    for (const Contact* c : people) {
        const Outcome may = mayReceiveStatement(*book, *c, payer, now);
        const QString who = u"%1, %2 <%3>"_s.arg(c->name, say(wordsOf(c->role)), c->email);
        m_contact->addItem(may ? who : tr("%1 (not now)", "a person").arg(who), qint64(c->id.value));
    }
}

void MailPanel::fillText()
{
    const BookPtr book = m_workbench.book();
    const std::uint32_t payer = book->customerRow(m_payer);
    const Contact* to = book->rows<Contact>().find(ContactId(m_contact->currentData().toLongLong()));
    if (payer == noRow)
        return;
    if (!to) {
        m_verified->setText(tr("Nobody here has an e-mail address: find a person first."));
    } else {
        const Outcome may = mayReceiveStatement(*book, *to, payer, m_workbench.clock().now());
        m_verified->setText(
            !may ? may.error().message()
            : to->verifiedOn.isValid()
                ? QStringList{tr("Address verified %1").arg(dateText(to->verifiedOn)), to->verifiedHow}.join(
                      to->verifiedHow.isEmpty() ? QString() : u", "_s)
                : tr("Address not verified"));
    }
    if (m_template->currentData().toString() == confirmMail) {
        fillConfirm();
        return;
    }
    const LetterTemplate* wording =
        wordingFor(*book, m_template->currentData().toString(), letterLanguage(*book, to, payer));
    if (!wording)
        return;
    m_wording = *wording;
    const auto statement = statementOf(*book, m_payer, to ? to->id : ContactId(), m_workbench.today());
    const auto filled =
        statement ? filledWording(*wording, letterParts(*book, *statement, signatureOf(*book, m_workbench.user()),
                                                        wording->language))
                  : Result<LetterTemplate>(failed(statement));
    m_form->clearErrors();
    if (!filled)
        m_form->showError(filled.error());
    const LetterTemplate& shown = filled ? *filled : *wording;
    showText(shown.subject, shown.body);
}

// A wording of no template: its words are those of the case.
void MailPanel::fillConfirm()
{
    const BookPtr book = m_workbench.book();
    const ConfirmBy* c = openConfirm(*book, book->customerRow(m_payer), m_workbench.today());
    if (!c)
        return;
    const ConfirmMail mail = draftConfirmMail(*book, *c, m_workbench.today());
    m_wording = LetterTemplate();
    m_wording.name = confirmMail;
    m_wording.language = u"en"_s;
    m_form->clearErrors();
    showText(mail.subject, mail.text + signatureOf(*book, m_workbench.user()) + u'\n');
}

// What was typed for this mail before goes first.
void MailPanel::showText(const QString& subject, const QString& text)
{
    const QSignalBlocker quietSubject(m_subject), quietBody(m_body);
    const QJsonObject kept = QJsonDocument::fromJson(m_drafts->text(draftKey()).toUtf8()).object();
    m_subject->setText(kept.value(u"subject"_s).toString(subject));
    m_body->setPlainText(kept.value(u"text"_s).toString(text));
    preview();
}

QString MailPanel::draftKey() const
{
    return u"mail/"_s + QString::number(m_payer.value) + u'/' + m_template->currentData().toString();
}

void MailPanel::typed()
{
    preview();
    if (m_body->toPlainText().trimmed().isEmpty()) { // emptied: the template comes back when it is chosen
        m_drafts->drop(draftKey());
        return;
    }
    const QJsonObject kept{{u"subject"_s, m_subject->text()}, {u"text"_s, m_body->toPlainText()}};
    m_drafts->typed(draftKey(), QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

Result<MailOrder> MailPanel::order() const
{
    MailOrder o;
    o.customer = m_payer;
    o.contact = ContactId(m_contact->currentData().toLongLong());
    o.wording = m_wording;
    o.wording.subject = m_subject->text();
    o.wording.body = m_body->toPlainText();
    if (!o.contact)
        return refuse(u"contact"_s, tr("nobody is chosen"), tr("find a person first"));
    return o;
}

void MailPanel::preview()
{
    const auto o = order();
    const auto letter =
        o ? letterOf(*m_workbench.book(), *o, m_workbench.today(), m_workbench.user()) : Result<Letter>(failed(o));
    if (letter)
        m_letter->setLetter(u"<p><b>"_s + letter->subject.toHtmlEscaped() + u"</b></p>"_s + letter->html);
    else
        m_letter->setPlain(letter.error().message());
}

void MailPanel::attach(const QStringList& paths) { m_enclosures->attach(paths); }

void MailPanel::send()
{
    if (m_isSending)
        return;
    auto o = order();
    if (!o) {
        showError(o.error());
        return;
    }
    const auto statement = statementOf(*m_workbench.book(), o->customer, o->contact, m_workbench.today());
    if (!statement) {
        showError(statement.error());
        return;
    }
    if (m_enclosures->hasStatement())
        o->enclosures.push_back({statementFileName(*statement), "application/pdf",
                                 statementPdf(*statement, LetterWords::of(o->wording.language))});
    m_isSending = true;
    m_enclosures->collect([this, o = *o, key = draftKey()](Result<std::vector<LetterEnclosure>> files) {
        collected(o, key, std::move(files));
    });
}

void MailPanel::collected(MailOrder o, const QString& draftKey, Result<std::vector<LetterEnclosure>> files)
{
    if (!files) {
        showError(files.error());
        return;
    }
    std::ranges::move(*files, std::back_inserter(o.enclosures));
    m_workbench.whenOutboxIds(1, this, [this, o = std::move(o), draftKey] { queue(o, draftKey); });
}

void MailPanel::queue(const MailOrder& o, const QString& draftKey)
{
    const auto mail = writeMail(m_workbench, o);
    if (!mail) {
        showError(mail.error());
        return;
    }
    if (const Outcome done = m_workbench.submit(QueueMails{{mail->draft}}, {mail->bytes}); !done) {
        showError(done.error());
        return;
    }
    m_isSending = false;
    m_drafts->drop(draftKey);
    m_form->clearErrors();
    emit sent();
}

void MailPanel::showError(const Error& why)
{
    m_isSending = false;
    m_form->showError(why);
}

} // namespace duedesk
