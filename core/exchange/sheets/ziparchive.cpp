#include "core/exchange/sheets/ziparchive.h"

#include <algorithm>
#include <cstring>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t blockBytes = std::size_t(1) << 17;

bool leavesTheArchive(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos
        || name.find(':') != std::string_view::npos)
        return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..")
            return true;
        at = end + 1;
    }
    return false;
}

Words mebibytes(std::int64_t bytes) { return Lang::words("%1 MiB", Number{(bytes + (1 << 20) - 1) >> 20}); }

Words nameOf(std::string_view part) { return Name{QString::fromUtf8(part.data(), qsizetype(part.size()))}; }

Error tooLarge(const QString& file, std::string_view part, std::int64_t bytes)
{
    return beyondLimit(file, Lang::words("its part %1 unpacks to %2 or more, and %3 is the most that is read",
                                         nameOf(part), mebibytes(bytes), mebibytes(maxPartBytes)));
}

Error tooDense(const QString& file, std::string_view part, std::int64_t ratio)
{
    return beyondLimit(file, Lang::words("its part %1 unpacks to %2 times its size or more, and %3 times is the most "
                                         "that is read above %4",
                                         nameOf(part), Number{ratio}, Number{maxUnpackRatio},
                                         mebibytes(freelyUnpackedBytes)));
}

} // namespace

// What libzip reads from: our bytes, by the same open file that is hashed.
struct ZipArchive::Source {
    RandomBytes bytes;
    std::int64_t at = 0;
    std::int64_t left = maxZipDirectoryBytes; // while the directory is read; then without an end
    bool opening = true, passed = false;
    zip_error_t error{};

    static zip_int64_t call(void* self, void* data, zip_uint64_t n, zip_source_cmd_t command)
    {
        return static_cast<Source*>(self)->answer(data, n, command);
    }
    zip_int64_t failed(int code)
    {
        zip_error_set(&error, code, 0);
        return -1;
    }
    zip_int64_t read(void* data, zip_uint64_t n)
    {
        if (opening && (left -= std::int64_t(n)) < 0) {
            passed = true;
            return failed(ZIP_ER_MEMORY);
        }
        const std::int64_t got = bytes.read(static_cast<char*>(data), std::size_t(n), at);
        if (got < 0)
            return failed(ZIP_ER_READ);
        at += got;
        return got;
    }
    zip_int64_t answer(void* data, zip_uint64_t n, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_OPEN: at = 0; return 0;
        case ZIP_SOURCE_READ: return read(data, n);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE: return 0;
        case ZIP_SOURCE_STAT: {
            auto* s = static_cast<zip_stat_t*>(data);
            zip_stat_init(s);
            s->valid = ZIP_STAT_SIZE;
            s->size = zip_uint64_t(bytes.size);
            return sizeof(zip_stat_t);
        }
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, n);
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t to =
                zip_source_seek_compute_offset(zip_uint64_t(at), zip_uint64_t(bytes.size), data, n, &error);
            if (to < 0)
                return -1;
            at = to;
            return 0;
        }
        case ZIP_SOURCE_TELL: return at;
        case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_SEEKABLE;
        default: return failed(ZIP_ER_OPNOTSUPP);
        }
    }
};

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const RandomBytes& bytes, const QString& file, Words takenFor)
{
    std::unique_ptr<ZipArchive> a(new ZipArchive);
    a->m_file = file;
    a->m_source = std::make_unique<Source>();
    a->m_source->bytes = bytes;
    zip_error_init(&a->m_source->error);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_function_create(&Source::call, a->m_source.get(), &error);
    if (source) {
        a->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!a->m_zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
    if (a->m_source->passed)
        return fail(
            beyondLimit(file, Lang::words("its list of parts is longer than %1", mebibytes(maxZipDirectoryBytes))));
    if (!a->m_zip)
        return fail(sheetRefusal(
            file, Lang::words("%1, and it is damaged or not whole: the list of its parts cannot be read", takenFor)));
    a->m_source->opening = false;
    if (Outcome read = a->readDirectory(); !read)
        return failed(read);
    return a;
}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
    if (m_source)
        zip_error_fini(&m_source->error);
}

Outcome ZipArchive::checkSizes(const std::string& name, const Part& part, std::int64_t& total) const
{
    if (part.size > maxPartBytes)
        return fail(tooLarge(m_file, name, part.size));
    if (part.size > freelyUnpackedBytes && part.size / maxUnpackRatio > part.packed)
        return fail(tooDense(m_file, name, part.size / std::max<std::int64_t>(part.packed, 1)));
    total += part.size;
    if (total > maxUnpackedBytes)
        return fail(beyondLimit(m_file, Lang::words("its parts unpack to more than %1, the most that is read",
                                                    mebibytes(maxUnpackedBytes))));
    return {};
}

Outcome ZipArchive::readDirectory()
{
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > zip_int64_t(maxZipEntries))
        return fail(beyondLimit(m_file, Lang::words("holds %1 parts, and %2 is the most that is read", Number{count},
                                                    Number{qint64(maxZipEntries)})));
    std::int64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t s;
        zip_stat_init(&s);
        if (zip_stat_index(m_zip, zip_uint64_t(i), ZIP_FL_ENC_RAW, &s) != 0 || !s.name)
            continue;
        const std::string name = s.name;
        if (leavesTheArchive(name))
            continue;
        constexpr zip_uint64_t largest = zip_uint64_t(1) << 62;
        Part p;
        p.index = zip_uint64_t(i);
        p.packed = std::int64_t(std::min(s.comp_size, largest));
        p.size = std::int64_t(std::min(s.size, largest));
        p.method = s.comp_method;
        p.encrypted = (s.valid & ZIP_STAT_ENCRYPTION_METHOD) && s.encryption_method != ZIP_EM_NONE;
        if (Outcome fits = checkSizes(name, p, total); !fits)
            return fits;
        if (const auto [at, fresh] = m_parts.try_emplace(name, p); !fresh)
            at->second.twice = true;
    }
    return {};
}

const ZipArchive::Part* ZipArchive::find(std::string_view name) const
{
    const auto at = m_parts.find(name);
    return at == m_parts.end() ? nullptr : &at->second;
}

Result<BlockPull> ZipArchive::blocks(std::string_view name) const
{
    const Part* part = find(name);
    if (!part)
        return fail(sheetRefusal(m_file, Lang::words("is damaged: its part %1 is missing", nameOf(name))));
    if (part->encrypted)
        return fail(sheetRefusal(m_file, Lang::words("is encrypted"),
                                 Lang::words("open it with its password and save it without one")));
    if (part->twice) // two readers would see two tables
        return fail(sheetRefusal(m_file, Lang::words("is damaged: it holds two parts named %1", nameOf(name))));
    if (part->method != ZIP_CM_DEFLATE && part->method != ZIP_CM_STORE)
        return fail(sheetRefusal(
            m_file, Lang::words("its part %1 is packed in a way that no spreadsheet program uses", nameOf(name))));
    zip_file_t* opened = zip_fopen_index(m_zip, part->index, 0);
    if (!opened)
        return fail(damagedPart(m_file, name, Lang::words("the bytes are missing")));
    const std::shared_ptr<zip_file_t> stream(opened, [](zip_file_t* f) { zip_fclose(f); });
    return BlockPull([this, stream, name = std::string(name), packed = part->packed,
                      got = std::int64_t(0)](std::string& block) mutable -> Result<bool> {
        block.resize(blockBytes);
        const zip_int64_t n = zip_fread(stream.get(), block.data(), block.size());
        if (n < 0) {
            const bool sum = zip_error_code_zip(zip_file_get_error(stream.get())) == ZIP_ER_CRC;
            return fail(damagedPart(m_file, name,
                                    sum ? Lang::words("the bytes do not match their checksum")
                                        : Lang::words("the bytes end early or cannot be unpacked")));
        }
        block.resize(std::size_t(n));
        got += n;
        if (got > maxPartBytes)
            return fail(tooLarge(m_file, name, got));
        if (got > freelyUnpackedBytes && got / maxUnpackRatio > packed)
            return fail(tooDense(m_file, name, got / std::max<std::int64_t>(packed, 1)));
        return n > 0;
    });
}

Result<std::string> ZipArchive::text(std::string_view name, std::size_t limit) const
{
    auto pull = blocks(name);
    if (!pull)
        return failed(pull);
    std::string all, block;
    for (;;) {
        const auto more = (*pull)(block);
        if (!more)
            return failed(more);
        if (!*more)
            return all;
        all += block;
        if (all.size() > limit)
            return fail(beyondLimit(
                m_file, Lang::words("its part %1 is longer than %2", nameOf(name), mebibytes(std::int64_t(limit)))));
    }
}

} // namespace duedesk
