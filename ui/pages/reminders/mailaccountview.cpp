#include "ui/pages/reminders/mailaccountview.h"

#include "core/workbench/mailroom.h"
#include "core/workbench/workbench.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/labelledform.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace duedesk {

MailAccountView::MailAccountView(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_form(new LabelledForm), m_mode(new QComboBox),
      m_security(new QComboBox), m_host(new QLineEdit), m_user(new QLineEdit), m_fromName(new QLineEdit),
      m_from(new QLineEdit), m_replyTo(new QLineEdit), m_folder(new QLineEdit), m_port(new QSpinBox),
      m_pace(new QSpinBox), m_save(new KeyButton(tr("Save mail account"), u"Ctrl+↵"_s))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form->setFixedWidth(480);
    layout->addWidget(m_form, 0, Qt::AlignTop);
    layout->addStretch(1);
    m_mode->addItems({tr("Send through a mail server (SMTP)"), tr("Write .eml files into a folder"),
                      tr("Hand over to the mail program")});
    m_security->addItems({u"STARTTLS"_s, u"TLS"_s, tr("None (this computer alone)")});
    for (QSpinBox* box : {m_port, m_pace})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys count
    m_port->setRange(1, 65535);
    m_pace->setRange(0, 3600);
    m_pace->setSuffix(tr(" s"));
    m_form->add(u"mode"_s, tr("How mail leaves"), m_mode);
    m_form->add(u"from name"_s, tr("Sender's name"), m_fromName);
    m_form->add(u"from"_s, tr("Sender's address"), m_from);
    m_form->add(u"reply to"_s, tr("Answers go to (empty = the sender)"), m_replyTo);
    m_form->add(u"server"_s, tr("Server"), m_host);
    m_form->add(u"port"_s, tr("Port"), m_port);
    m_form->add(u"security"_s, tr("Security"), m_security);
    m_form->add(u"user"_s, tr("User name (empty = the server asks for none)"), m_user);
    m_form->add(u"pace"_s, tr("Pause between two mails to one domain"), m_pace);
    m_form->add(u"folder"_s, tr("Folder"), m_folder);
    auto* buttons = new QWidget;
    auto* bar = new QHBoxLayout(buttons);
    bar->setContentsMargins(0, 8, 0, 0);
    m_save->setPrimary(true);
    bar->addWidget(m_save);
    bar->addStretch(1);
    m_form->addWidget(buttons);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &MailAccountView::showFields);
    connect(m_security, &QComboBox::activated, this, [this](int i) {
        if (i < 2)
            m_port->setValue(i == 0 ? 587 : 465); // the usual one; another may be typed
    });
    connect(m_save, &QPushButton::clicked, this, &MailAccountView::save);
    setAccount({});
}

QWidget* MailAccountView::first() const { return m_mode; }

void MailAccountView::refresh()
{
    const MailAccount* a = mailAccountOf(*m_workbench.book());
    if (a && (!m_known || !(*a == m_shown))) {
        setAccount(*a);
        m_known = true;
    }
}

void MailAccountView::setAccount(const MailAccount& a)
{
    m_shown = a;
    m_mode->setCurrentIndex(int(a.mode));
    m_security->setCurrentIndex(int(a.security));
    m_host->setText(a.host);
    m_port->setValue(a.port);
    m_user->setText(a.userName);
    m_fromName->setText(a.fromName);
    m_from->setText(a.fromAddress);
    m_replyTo->setText(a.replyTo);
    m_folder->setText(a.folder);
    m_pace->setValue(a.secondsBetween);
    m_form->clearErrors();
    showFields();
}

void MailAccountView::showFields()
{
    const auto mode = MailMode(m_mode->currentIndex());
    for (const QString& field : {u"server"_s, u"port"_s, u"security"_s, u"user"_s, u"pace"_s})
        m_form->show(field, mode == MailMode::Smtp);
    m_form->show(u"folder"_s, mode == MailMode::EmlFiles);
}

MailAccount MailAccountView::typed() const
{
    MailAccount a;
    a.mode = MailMode(m_mode->currentIndex());
    a.security = MailSecurity(m_security->currentIndex());
    a.host = m_host->text();
    a.port = m_port->value();
    a.userName = m_user->text();
    a.fromName = m_fromName->text();
    a.fromAddress = m_from->text();
    a.replyTo = m_replyTo->text();
    a.folder = m_folder->text();
    a.secondsBetween = m_pace->value();
    return a;
}

void MailAccountView::save()
{
    if (const Outcome o = m_workbench.submit(SetMailAccount{typed()}); !o)
        m_form->showError(o.error());
    else
        m_form->clearErrors();
}

} // namespace duedesk
