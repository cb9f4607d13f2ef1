#include "core/base/secret.h"

#include <QByteArray>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace duedesk {
namespace {

// Through a volatile pointer: a compiler drops writes to memory that nobody reads again.
void overwrite(char* bytes, std::size_t n)
{
    volatile char* p = bytes;
    while (n-- > 0)
        *p++ = 0;
}

} // namespace

Secret::Secret(std::string_view bytes) : m_bytes(new char[bytes.size() + 1]), m_size(bytes.size())
{
    if (!bytes.empty())
        std::memcpy(m_bytes.get(), bytes.data(), bytes.size());
    m_bytes[m_size] = '\0';
}

Secret Secret::fromText(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    Secret s(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    overwrite(utf8.data(), std::size_t(utf8.size()));
    return s;
}

std::optional<Secret> Secret::fromEnvironment(const char* name)
{
    // Asked once at the start of a program, before it has threads.
    char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    if (!value)
        return {};
    Secret s{std::string_view(value)};
    overwrite(value, s.m_size);
    ::unsetenv(name); // NOLINT(concurrency-mt-unsafe)
    return s;
}

Secret::~Secret() { wipe(); }

Secret::Secret(Secret&& o) noexcept : m_bytes(std::move(o.m_bytes)), m_size(std::exchange(o.m_size, 0)) {}

Secret& Secret::operator=(Secret&& o) noexcept
{
    if (this != &o) {
        wipe();
        m_bytes = std::move(o.m_bytes);
        m_size = std::exchange(o.m_size, 0);
    }
    return *this;
}

void Secret::wipe()
{
    if (m_bytes)
        overwrite(m_bytes.get(), m_size);
}

} // namespace duedesk
