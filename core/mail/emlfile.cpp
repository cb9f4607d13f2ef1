#include "core/mail/emlfile.h"

#include "core/base/emailaddress.h"
#include "core/base/text.h"
#include "core/mail/filenames.h"
#include "core/mail/mailmessage.h"
#include "core/mail/mimetext.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> cannotWrite(const QString& path, const QString& why)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = path;
    e.what = u"cannot be written: "_s + why;
    e.remedy = u"choose a folder that you may write to, with free space"_s;
    return fail(std::move(e));
}

// QSaveFile syncs the file and renames it; the name itself is safe once its folder is synced too.
Outcome syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const int error = errno;
    if (fd >= 0)
        ::close(fd);
    // Some file systems cannot sync a folder and say so; there is nothing more to do then.
    if (!synced && error != EINVAL && error != EROFS)
        return cannotWrite(folder, qt_error_string(error));
    return {};
}

} // namespace

Result<QString> writeEml(const QString& folder, const QString& name, const QByteArray& mime)
{
    const QString file = name + u".eml";
    if (!isSafeFileName(file)) {
        Error e;
        e.field = u"file name"_s;
        e.what = u"cannot be the name of a file"_s;
        e.remedy = u"use a name without a path and without / \\ : * ? \" < > |"_s;
        e.value = excerpt(name);
        return fail(std::move(e));
    }
    if (!QFileInfo(folder).isDir())
        return cannotWrite(folder, u"there is no such folder"_s);
    QString path = folder + u'/' + file;
    // A link under this name would lead the bytes somewhere else.
    if (QFileInfo(path).isSymLink())
        return cannotWrite(path, u"it is a link to another place"_s);
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(mime) != mime.size() || !out.commit())
        return cannotWrite(path, out.errorString());
    if (const Outcome o = syncFolder(folder); !o)
        return fail(o.error());
    return path;
}

Result<QByteArray> mailtoLink(const MailMessage& mail)
{
    const auto to = EmailAddress::parse(mail.to, u"to"_s);
    if (!to)
        return fail(to.error());
    const QString remedy = u"write it as an .eml file, or send it by SMTP"_s;
    if (!mail.attachments.empty())
        return fail(ErrorCode::InputRejected, u"cannot go along in a link to the mail program"_s, remedy,
                    u"attachment"_s);
    if (firstHidden(mail.subject) >= 0)
        return fail(ErrorCode::InputRejected, u"holds a line break or another character that cannot be seen"_s,
                    u"type it anew"_s, u"subject"_s);
    if (mail.text.contains(QChar(0)) || !mail.text.isValidUtf16())
        return fail(ErrorCode::InputRejected, u"holds a character that is none"_s, u"type the text anew"_s, u"text"_s);
    // RFC 6068: everything but letters, digits and -._~ is encoded, line breaks as CRLF.
    QByteArray link = "mailto:" + to->text().toLatin1().toPercentEncoding("@")
                      + "?subject=" + mail.subject.toUtf8().toPercentEncoding()
                      + "&body=" + mime::withCrlf(mail.text.toUtf8()).toPercentEncoding();
    if (link.size() > maxMailtoLength)
        return fail(
            ErrorCode::InputRejected,
            u"is too long for a link to the mail program: %1 of %2 characters"_s.arg(link.size()).arg(maxMailtoLength),
            remedy, u"text"_s);
    return link;
}

} // namespace duedesk
