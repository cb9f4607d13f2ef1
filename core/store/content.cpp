// Bytes under their digest. They are no part of the book's revision: the rows that name them are.
#include "core/store/bookstore.h"
#include "core/store/sha256.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::string_view viewOf(const QByteArray& b) { return {b.constData(), std::size_t(b.size())}; }
QByteArray digestOfBytes(std::string_view bytes)
{
    return QByteArray::fromStdString(hex(Sha256().bytes(bytes).finish()));
}

} // namespace

QByteArray BookStore::contentDigest(const QByteArray& bytes) { return digestOfBytes(viewOf(bytes)); }

Outcome BookStore::checkContent(const QByteArray& bytes)
{
    if (bytes.size() <= contentLimit)
        return {};
    return fail(ErrorCode::InputRejected,
                u"%1 MB are more than a book keeps as one piece"_s.arg(bytes.size() / 1'000'000),
                u"keep at most %1 MB"_s.arg(contentLimit / 1'000'000));
}

// Within the transaction that is open.
void BookStore::keepContent(const QByteArray& bytes)
{
    if (const Outcome o = checkContent(bytes); !o)
        throwFailure(o.error());
    const QByteArray sha256 = contentDigest(bytes);
    Statement(*m_db, "INSERT OR IGNORE INTO content(sha256, bytes) VALUES(?1, ?2)")
        .bind(1, viewOf(sha256))
        .bindBlob(2, viewOf(bytes))
        .run();
}

Result<QByteArray> BookStore::putContent(const QByteArray& bytes)
{
    return writing([&] {
        if (const Outcome o = checkContent(bytes); !o)
            throwFailure(o.error()); // before it waits for the lock
        WriteTransaction t(*m_db, m_lock.get());
        keepContent(bytes);
        t.commit();
        return contentDigest(bytes);
    });
}

Result<QByteArray> BookStore::content(const QByteArray& sha256)
{
    return guarded([&] {
        Statement s(*m_db, "SELECT bytes FROM content WHERE sha256=?1");
        const bool found = s.bind(1, viewOf(sha256)).step();
        const std::string bytes = found ? s.blob(0) : std::string();
        if (!found || digestOfBytes(bytes) != sha256)
            throwFailure(ErrorCode::CheckFailed,
                         found ? u"a kept mail or file is not as it was kept"_s : u"a kept mail or file is gone"_s,
                         u"restore it from a backup of the book"_s);
        return QByteArray::fromStdString(bytes);
    });
}

} // namespace duedesk
