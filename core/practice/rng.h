// Small deterministic random numbers (splitmix64): the same seed gives the same book on every machine.
#pragma once
#include <cmath>
#include <cstdint>

namespace duedesk {

class Rng {
public:
    explicit Rng(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15ULL + 0x1234567ULL) {}
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int n) { return n <= 0 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    int between(int lo, int hi) { return lo + below(hi - lo + 1); }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double p) { return unit() < p; }
    // Standard normal, good enough for practice data: sum of uniforms.
    double normal()
    {
        double s = 0;
        for (int i = 0; i < 12; ++i)
            s += unit();
        return s - 6.0;
    }

private:
    std::uint64_t m_state;
};

} // namespace duedesk
