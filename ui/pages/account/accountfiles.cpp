#include "ui/pages/account/accountfiles.h"

using namespace Qt::StringLiterals;

namespace duedesk {

AccountFiles::AccountFiles(Workbench& workbench, FileOpener& opener) : m_workbench(workbench), m_opener(opener) {}

Outcome AccountFiles::attach(CustomerId customer, const QStringList& paths)
{
    for (const QString& path : paths) {
        const auto file = readToAttach(path);
        if (!file)
            return std::unexpected(file.error());
        const auto digest = m_workbench.putContent(file->bytes);
        if (!digest)
            return std::unexpected(digest.error());
        AttachFile command;
        command.customer = customer;
        command.name = file->name;
        command.mimeType = file->mimeType;
        command.size = file->bytes.size();
        command.sha256 = *digest;
        if (const Outcome o = m_workbench.submit(command); !o)
            return o;
    }
    return {};
}

Outcome AccountFiles::open(AttachmentId id)
{
    const BookPtr book = m_workbench.book();
    const Attachment* a = book->rows<Attachment>().find(id);
    if (!a)
        return fail(ErrorCode::InputRejected, u"the file is not attached any more"_s, u"refresh with F5"_s);
    if (runsWhenOpened(a->name))
        return fail(ErrorCode::Refused, a->name + u" is a program or a link, and is not opened from here"_s,
                    u"ask its sender for a document instead"_s);
    const auto bytes = m_workbench.content(a->sha256);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto path = m_copies.write(a->name, *bytes);
    if (!path)
        return std::unexpected(path.error());
    if (!m_opener.open(*path))
        return fail(ErrorCode::Refused, u"no program of this computer shows "_s + a->name,
                    u"install one, or choose it in the settings of the desktop"_s);
    return {};
}

Outcome AccountFiles::remove(AttachmentId file) { return m_workbench.submit(DetachFile{file}); }

} // namespace duedesk
