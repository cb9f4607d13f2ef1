#include "core/exchange/sourcefile.h"

#include "core/exchange/sheets/workbook.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t blockBytes = std::size_t(1) << 20;
constexpr std::size_t queueDepth = 4;

struct Hasher {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Hasher() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
    ~Hasher() { EVP_MD_CTX_free(context); }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    void add(const char* p, std::size_t n) { EVP_DigestUpdate(context, p, n); }
    QByteArray hex()
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned n = 0;
        EVP_DigestFinal_ex(context, digest, &n);
        return QByteArray(reinterpret_cast<const char*>(digest), int(n)).toHex();
    }
};

FileStamp stampOf(const struct stat& s)
{
    return {s.st_size, std::int64_t(s.st_mtim.tv_sec) * 1'000'000'000 + s.st_mtim.tv_nsec, s.st_dev, s.st_ino};
}

Error about(const QString& path, QString what, QString remedy)
{
    Error e;
    e.file = path;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

// Reads up to n bytes at an offset; fewer only at the end. -1 = error, errno set.
ssize_t readAt(int fd, char* to, std::size_t n, std::int64_t at)
{
    std::size_t got = 0;
    while (got < n) {
        const ssize_t r = ::pread(fd, to + got, n - got, at + std::int64_t(got));
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0)
            return -1;
        if (r == 0)
            break;
        got += std::size_t(r);
    }
    return ssize_t(got);
}

} // namespace

Result<std::unique_ptr<SourceFile>> SourceFile::open(const QString& path)
{
    std::unique_ptr<SourceFile> f(new SourceFile);
    f->m_path = path;
    f->m_name = QFile::encodeName(path);
    struct stat s{};
    // Looked at before it is opened: opening a pipe would wait for its writer.
    if (::stat(f->m_name.constData(), &s) != 0)
        return fail(f->failed(errno));
    if (S_ISDIR(s.st_mode))
        return fail(about(path, u"is a folder"_s, u"name the files in it"_s));
    if (!S_ISREG(s.st_mode))
        return fail(about(path, u"is not a regular file"_s, u"save the data to a file first"_s));
    if (s.st_size > maxFileBytes)
        return fail(about(path, u"is larger than 2 GiB"_s, u"split it, for example by year"_s));
    f->m_fd = ::open(f->m_name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat opened{};
    if (f->m_fd < 0 || ::fstat(f->m_fd, &opened) != 0)
        return fail(f->failed(errno));
    f->m_stamp = stampOf(s);
    if (!S_ISREG(opened.st_mode) || !(stampOf(opened) == f->m_stamp))
        return fail(f->changed());
    return f;
}

SourceFile::~SourceFile()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    if (m_fd >= 0)
        ::close(m_fd);
}

Error SourceFile::changed() const
{
    return about(m_path, u"changed while it was read"_s, u"wait until it is written completely, then import again"_s);
}

Error SourceFile::failed(int error) const
{
    if (error == ENOENT || error == ENOTDIR)
        return about(m_path, u"there is no such file"_s, u"check the name and the folder"_s);
    if (error == EACCES || error == EPERM)
        return about(m_path, u"may not be read"_s, u"ask its owner for the right to read it"_s);
    return about(m_path, u"cannot be read: "_s + QString::fromLocal8Bit(std::strerror(error)),
                 u"copy it to a local disk and try again"_s);
}

Result<std::string> SourceFile::head(std::size_t bytes) const
{
    std::string s(bytes, '\0');
    const ssize_t n = readAt(m_fd, s.data(), bytes, 0);
    if (n < 0)
        return fail(failed(errno));
    s.resize(std::size_t(n));
    return s;
}

RandomBytes SourceFile::bytes() const
{
    return {[fd = m_fd](char* to, std::size_t n, std::int64_t at) { return std::int64_t(readAt(fd, to, n, at)); },
            size()};
}

void SourceFile::start(Encoding encoding, std::size_t bomBytes, int sheet)
{
    m_thread = std::thread([this, encoding, bomBytes, sheet] {
        if (sheet < 0)
            readAll(encoding, bomBytes);
        else
            readWorkbook(encoding, sheet);
    });
}

// The block in the queue, an empty or used one in its place; false when nobody wants it any more.
bool SourceFile::handOver(std::string& block)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stop || m_blocks.size() < queueDepth; });
    if (m_stop)
        return false;
    m_blocks.push_back(std::move(block));
    block = {};
    if (!m_spare.empty()) {
        block = std::move(m_spare.front());
        m_spare.pop_front();
    }
    m_wake.notify_all();
    return true;
}

void SourceFile::finishReading(std::optional<Error> error, std::int64_t read, QByteArray hash)
{
    struct stat s{};
    if (!error && (::fstat(m_fd, &s) != 0 || !(stampOf(s) == m_stamp) || read != m_stamp.size))
        error = changed();
    const std::lock_guard lock(m_mutex);
    m_error = std::move(error);
    m_hash = std::move(hash);
    m_done = true;
    m_wake.notify_all();
}

// Hashed first, because the parts of a workbook are read out of their order.
void SourceFile::readWorkbook(Encoding encoding, int sheet)
{
    Hasher hasher;
    std::string buffer(blockBytes, '\0');
    std::int64_t at = 0;
    for (ssize_t n = 1; n > 0; at += std::max<ssize_t>(n, 0)) {
        n = readAt(m_fd, buffer.data(), buffer.size(), at);
        if (n < 0)
            return finishReading(failed(errno), at, {});
        hasher.add(buffer.data(), std::size_t(n));
        const std::lock_guard lock(m_mutex);
        if (m_stop)
            return;
    }
    RandomBytes all = bytes();
    all.read = [this, read = all.read](char* to, std::size_t n, std::int64_t from) -> std::int64_t {
        {
            const std::lock_guard lock(m_mutex);
            if (m_stop) // nobody waits for the rest
                return -1;
        }
        return read(to, n, from);
    };
    auto book = openWorkbook(all, m_path, encoding);
    if (!book || !*book)
        return finishReading(book ? changed() : book.error(), at, {});
    SheetText text([this](std::string& block) { return handOver(block); }, blockBytes);
    const Outcome read = readSheet(**book, std::size_t(sheet), text, m_path);
    finishReading(read ? std::nullopt : std::optional(read.error()), at, hasher.hex());
}

void SourceFile::readAll(Encoding encoding, std::size_t bomBytes)
{
    Hasher hasher;
    Transcoder transcoder(encoding);
    std::string raw, block;
    std::int64_t at = 0;
    std::optional<Error> error;
    for (bool last = false; !last;) {
        std::string& into = encoding == Encoding::Utf8 ? block : raw;
        into.resize(blockBytes);
        const ssize_t n = readAt(m_fd, into.data(), blockBytes, at);
        if (n < 0) {
            error = failed(errno);
            break;
        }
        last = std::size_t(n) < blockBytes;
        into.resize(std::size_t(n));
        hasher.add(into.data(), into.size());
        const std::size_t skip = at == 0 ? std::min(bomBytes, into.size()) : 0;
        at += n;
        if (encoding == Encoding::Utf8) {
            block.erase(0, skip);
        } else {
            block.clear();
            transcoder.feed(std::string_view(raw).substr(skip), block);
            if (last)
                transcoder.finish(block);
        }
        if (!handOver(block))
            return;
    }
    finishReading(std::move(error), at, hasher.hex());
}

bool SourceFile::next(std::string& block)
{
    std::unique_lock lock(m_mutex);
    if (block.capacity() >= blockBytes)
        m_spare.push_back(std::move(block));
    m_wake.wait(lock, [this] { return m_done || !m_blocks.empty(); });
    if (m_blocks.empty())
        return false;
    block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_wake.notify_all();
    return true;
}

Result<QByteArray> SourceFile::finish()
{
    if (m_thread.joinable())
        m_thread.join();
    if (m_error)
        return fail(*m_error);
    return m_hash;
}

Result<QByteArray> SourceFile::hashNow() const
{
    const int fd = ::open(m_name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat s{};
    if (fd < 0 || ::fstat(fd, &s) != 0 || !(stampOf(s) == m_stamp)) {
        if (fd >= 0)
            ::close(fd);
        return fail(changed());
    }
    Hasher hasher;
    std::string buffer(blockBytes / 4, '\0');
    std::int64_t at = 0;
    ssize_t n = 0;
    while ((n = readAt(fd, buffer.data(), buffer.size(), at)) > 0) {
        hasher.add(buffer.data(), std::size_t(n));
        at += n;
    }
    const int error = errno;
    ::close(fd);
    if (n < 0)
        return fail(failed(error));
    return hasher.hex();
}

} // namespace duedesk
