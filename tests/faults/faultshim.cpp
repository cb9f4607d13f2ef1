// Loaded before libc: counts the calls that write, make or remove files under one folder and fails the n-th, once
// or from then on. Quiet unless FAULT_PATH is set; says on FAULT_REPORT how many calls there were.
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

struct Plan {
    const char* path = std::getenv("FAULT_PATH");
    long at = number("FAULT_AT");         // 1-based; 0 = only count
    long error = number("FAULT_ERRNO");
    bool sticky = number("FAULT_STICKY") != 0;
    std::atomic<long> calls = 0;
    std::atomic<bool> armed = false;

    static long number(const char* name)
    {
        const char* v = std::getenv(name);
        return v ? std::atol(v) : 0;
    }
    ~Plan()
    {
        const char* to = std::getenv("FAULT_REPORT");
        if (!path || !to)
            return;
        if (FILE* f = std::fopen(to, "w")) {
            std::fprintf(f, "%ld\n", calls.load());
            std::fclose(f);
        }
    }
};

Plan& plan()
{
    static Plan p;
    return p;
}

bool isOurs(const char* path) { return plan().path && path && std::strstr(path, plan().path) == path; }

bool isOurs(int fd)
{
    if (!plan().path)
        return false;
    char link[64], target[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t n = ::readlink(link, target, sizeof target - 1);
    if (n <= 0)
        return false;
    target[n] = '\0';
    return isOurs(target);
}

// True when this call is to fail; errno is set then.
bool hit()
{
    Plan& p = plan();
    if (!p.armed)
        return false;
    const long n = ++p.calls;
    if (p.at == 0 || n < p.at || (n > p.at && !p.sticky))
        return false;
    errno = int(p.error);
    return true;
}

template <class F> F real(const char* name) { return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name)); }

} // namespace

#define FORWARD(result, name, params, args, ours)                                                                      \
    extern "C" result name params                                                                                      \
    {                                                                                                                  \
        static const auto next = real<result(*) params>(#name);                                                        \
        return ours && hit() ? static_cast<result>(-1) : next args;                                                    \
    }

// The program says from when on calls count: opening libraries and settings is not what is tried.
extern "C" void faultshim_arm(int on) { plan().armed = on != 0; }

FORWARD(ssize_t, pwrite64, (int fd, const void* b, size_t n, off64_t at), (fd, b, n, at), isOurs(fd))
FORWARD(ssize_t, pwrite, (int fd, const void* b, size_t n, off_t at), (fd, b, n, at), isOurs(fd))
FORWARD(ssize_t, write, (int fd, const void* b, size_t n), (fd, b, n), isOurs(fd))
FORWARD(int, fdatasync, (int fd), (fd), isOurs(fd))
FORWARD(int, fsync, (int fd), (fd), isOurs(fd))
FORWARD(int, ftruncate64, (int fd, off64_t n), (fd, n), isOurs(fd))
FORWARD(int, ftruncate, (int fd, off_t n), (fd, n), isOurs(fd))
FORWARD(int, rename, (const char* a, const char* b), (a, b), isOurs(a))
FORWARD(int, renameat2, (int x, const char* a, int y, const char* b, unsigned f), (x, a, y, b, f), isOurs(a))
FORWARD(int, link, (const char* a, const char* b), (a, b), isOurs(a))
FORWARD(int, unlink, (const char* a), (a), isOurs(a))

#define FORWARD_OPEN(name)                                                                                             \
    extern "C" int name(const char* path, int flags, ...)                                                              \
    {                                                                                                                  \
        static const auto next = real<int (*)(const char*, int, ...)>(#name);                                          \
        va_list list;                                                                                                  \
        va_start(list, flags);                                                                                         \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;                           \
        va_end(list);                                                                                                  \
        return isOurs(path) && hit() ? -1 : next(path, flags, mode);                                                   \
    }
FORWARD_OPEN(open)
FORWARD_OPEN(open64)
