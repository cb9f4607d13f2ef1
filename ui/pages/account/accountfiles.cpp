#include "ui/pages/account/accountfiles.h"

#include "core/base/words.h"

using namespace Qt::StringLiterals;

namespace duedesk {

AccountFiles::AccountFiles(Workbench& workbench, FileOpener& opener) : m_workbench(workbench), m_opener(opener) {}

Outcome AccountFiles::attach(CustomerId customer, const QStringList& paths)
{
    for (const QString& path : paths) {
        const auto file = readToAttach(path);
        if (!file)
            return std::unexpected(file.error());
        AttachFile command;
        command.customer = customer;
        command.name = file->name;
        command.mimeType = file->mimeType;
        command.size = file->bytes.size();
        command.sha256 = Workbench::contentDigest(file->bytes);
        if (const Outcome o = m_workbench.submit(command, {file->bytes}); !o)
            return o;
    }
    return {};
}

void AccountFiles::open(AttachmentId id, std::function<void(const Outcome&)> then)
{
    const BookPtr book = m_workbench.book();
    const Attachment* a = book->rows<Attachment>().find(id);
    if (!a) {
        then(
            fail(ErrorCode::InputRejected, Lang::tr("the file is not attached any more"), Lang::tr("refresh with F5")));
        return;
    }
    if (runsWhenOpened(a->name)) {
        then(fail(ErrorCode::Refused, Lang::tr("%1 is a program or a link, and is not opened from here").arg(a->name),
                  Lang::tr("ask its sender for a document instead")));
        return;
    }
    m_workbench.content(
        a->sha256, &m_asker,
        [this, name = a->name, then = std::move(then)](const Result<QByteArray>& bytes) { then(show(name, bytes)); });
}

Outcome AccountFiles::show(const QString& name, const Result<QByteArray>& bytes)
{
    if (!bytes)
        return failed(bytes);
    const auto path = m_copies.write(name, *bytes);
    if (!path)
        return failed(path);
    if (!m_opener.open(*path))
        return fail(ErrorCode::Refused, Lang::tr("no program of this computer shows %1").arg(name),
                    Lang::tr("install one, or choose it in the settings of the desktop"));
    return {};
}

Outcome AccountFiles::remove(AttachmentId file) { return m_workbench.submit(DetachFile{file}); }

} // namespace duedesk
