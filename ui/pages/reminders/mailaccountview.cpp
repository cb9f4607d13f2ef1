#include "ui/pages/reminders/mailaccountview.h"

#include "core/workbench/mailroom.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace duedesk {

MailAccountView::MailAccountView(Workbench& workbench, QWidget* parent)
    : FormDesk(workbench, new FieldForm(nullptr, LabelledForm::Labels::Above), parent)
{
    form()->setMaximumWidth(512);
    connect(form(), &FieldForm::edited, this, &MailAccountView::showFields);
    connect(form(), &FieldForm::cancelled, this, [this] { setAccount(m_shown); }, Qt::QueuedConnection);
    setAccount({});
}

void MailAccountView::refresh()
{
    const MailAccount* a = mailAccountOf(*workbench().book());
    if (a && (!m_known || !(*a == m_shown))) {
        setAccount(*a);
        m_known = true;
    }
}

void MailAccountView::setAccount(const MailAccount& a)
{
    m_shown = a;
    FieldForm* f = form();
    const bool hadFocus = f->isAncestorOf(QApplication::focusWidget());
    f->start(tr("How mail leaves this book"), {}, {}, tr("Save mail account"));
    f->addChoice(u"mode"_s, tr("How mail leaves"),
                 {tr("Send through a mail server (SMTP)"), tr("Write .eml files into a folder"),
                  tr("Hand over to the mail program")},
                 int(a.mode));
    f->addLine(u"from name"_s, tr("Sender's name"), a.fromName);
    f->addLine(u"from"_s, tr("Sender's address"), a.fromAddress);
    f->addLine(u"reply to"_s, tr("Answers go to (empty = the sender)"), a.replyTo);
    f->addLine(u"server"_s, tr("Server"), a.host);
    f->addLine(u"port"_s, tr("Port"), QString::number(a.port));
    f->addChoice(u"security"_s, tr("Security"), {u"STARTTLS"_s, u"TLS"_s, tr("None (this computer alone)")},
                 int(a.security));
    f->addLine(u"user"_s, tr("User name (empty = the server asks for none)"), a.userName);
    f->addLine(u"pace"_s, tr("Seconds between two mails to one domain"), QString::number(a.secondsBetween));
    f->addLine(u"folder"_s, tr("Folder"), a.folder);
    showFields();
    if (hadFocus)
        f->focusFirst();
}

void MailAccountView::showFields()
{
    const auto mode = MailMode(form()->choice(u"mode"_s));
    for (const QString& field : {u"server"_s, u"port"_s, u"security"_s, u"user"_s, u"pace"_s})
        form()->show(field, mode == MailMode::Smtp);
    form()->show(u"folder"_s, mode == MailMode::EmlFiles);
    // The usual port goes with the security; another may be typed.
    const int security = form()->choice(u"security"_s);
    if (const QString port = form()->text(u"port"_s); security == 1 && port == u"587")
        form()->setText(u"port"_s, u"465"_s);
    else if (security == 0 && port == u"465")
        form()->setText(u"port"_s, u"587"_s);
}

Result<int> MailAccountView::number(const QString& field, int least, int most) const
{
    bool ok = false;
    const int n = form()->text(field).toInt(&ok);
    if (!ok || n < least || n > most)
        return refuse(field, tr("is not a number from %1 to %2").arg(least).arg(most),
                      tr("write digits alone, like %1").arg(field == u"port" ? 587 : 5));
    return n;
}

Result<Command> MailAccountView::command() const
{
    MailAccount a;
    a.port = m_shown.port;
    a.secondsBetween = m_shown.secondsBetween;
    a.mode = MailMode(form()->choice(u"mode"_s));
    a.fromName = form()->text(u"from name"_s);
    a.fromAddress = form()->text(u"from"_s);
    a.replyTo = form()->text(u"reply to"_s);
    a.host = form()->text(u"server"_s);
    a.security = MailSecurity(form()->choice(u"security"_s));
    a.userName = form()->text(u"user"_s);
    a.folder = form()->text(u"folder"_s);
    if (a.mode == MailMode::Smtp) {
        const auto port = number(u"port"_s, 1, 65'535);
        const auto pace = number(u"pace"_s, 0, 3'600);
        if (!port || !pace)
            return port ? failed(pace) : failed(port);
        a.port = *port;
        a.secondsBetween = *pace;
    }
    return SetMailAccount{a};
}

void MailAccountView::accepted(const Command&) { form()->clearErrors(); }

} // namespace duedesk
