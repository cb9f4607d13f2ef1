// A password in memory: moved, never copied, shown or logged, and wiped when it goes.
#pragma once
#include <QString>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

class QDebug;

namespace duedesk {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view bytes);
    static Secret fromText(const QString& text); // UTF-8
    // Takes the variable out of the environment, so that no child process inherits it. Empty when it is not set.
    // For the start of a program: the environment belongs to all threads.
    static std::optional<Secret> fromEnvironment(const char* name);
    ~Secret();
    Secret(Secret&& o) noexcept;
    Secret& operator=(Secret&& o) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    bool isEmpty() const { return m_size == 0; }
    std::string_view view() const { return {m_bytes.get(), m_size}; }
    const char* c_str() const { return m_bytes ? m_bytes.get() : ""; } // ends with NUL
    // A second one, on purpose.
    Secret clone() const { return Secret(view()); }

private:
    void wipe();
    std::unique_ptr<char[]> m_bytes; // m_size bytes and a NUL
    std::size_t m_size = 0;
};

QDebug operator<<(QDebug, const Secret&) = delete;

} // namespace duedesk
