// Lookup tables of an import: texts to dense numbers, and rows by the hash of a key. Both hold no copy of what the
// caller keeps anyway, so that two million keys cost tens of megabytes.
#pragma once
#include "core/domain/stagedimport.h"

#include <bit>
#include <cstring>

namespace duedesk {

inline std::uint64_t hashBytes(std::string_view t, std::uint64_t seed = 0)
{
    std::uint64_t h = seed ^ (0x9e3779b97f4a7c15ULL + t.size());
    const auto mix = [&](std::uint64_t w) {
        h = (h ^ w) * 0xff51afd7ed558ccdULL;
        h ^= h >> 32;
    };
    while (t.size() >= 8) {
        std::uint64_t w;
        std::memcpy(&w, t.data(), 8);
        mix(w);
        t.remove_prefix(8);
    }
    std::uint64_t w = 0;
    if (!t.empty())
        std::memcpy(&w, t.data(), t.size());
    mix(w);
    return h ^ (h >> 29);
}

// Row numbers by hash. Several rows may share a hash; the caller compares.
class HashIndex {
public:
    void reserve(std::size_t n)
    {
        const std::size_t wanted = std::bit_ceil(std::max<std::size_t>(64, n + n / 2));
        if (wanted > m_slots.size())
            grow(wanted);
    }
    void add(std::uint64_t hash, std::uint32_t row)
    {
        if ((m_count + 1) * 3 > m_slots.size() * 2)
            grow(std::max<std::size_t>(64, m_slots.size() * 2));
        put({std::uint32_t(hash >> 32), row + 1, std::uint32_t(hash)});
        ++m_count;
    }
    // f(row) for every row of this hash until it returns true.
    template <class F> void find(std::uint64_t hash, F&& f) const
    {
        if (m_slots.empty())
            return;
        for (std::size_t i = std::uint32_t(hash) & m_mask; m_slots[i].row != 0; i = (i + 1) & m_mask)
            if (m_slots[i].high == std::uint32_t(hash >> 32) && m_slots[i].low == std::uint32_t(hash)
                && f(m_slots[i].row - 1))
                return;
    }
    void clear()
    {
        std::vector<Slot>().swap(m_slots);
        m_count = 0;
    }

private:
    struct Slot {
        std::uint32_t high = 0, row = 0, low = 0; // row + 1; 0 = free
    };
    void put(Slot s)
    {
        std::size_t i = s.low & m_mask;
        while (m_slots[i].row != 0)
            i = (i + 1) & m_mask;
        m_slots[i] = s;
    }
    void grow(std::size_t size)
    {
        std::vector<Slot> old(size);
        old.swap(m_slots);
        m_mask = size - 1;
        for (const Slot& s : old)
            if (s.row != 0)
                put(s);
    }
    std::vector<Slot> m_slots;
    std::size_t m_count = 0, m_mask = 0;
};

// Distinct texts, numbered from 0 in the order first seen.
class TextIndex {
public:
    std::uint32_t find(std::string_view text) const
    {
        std::uint32_t found = noRow;
        m_index.find(hashBytes(text), [&](std::uint32_t row) {
            if (m_texts[row] != text)
                return false;
            found = row;
            return true;
        });
        return found;
    }
    std::uint32_t add(std::string_view text)
    {
        if (const std::uint32_t known = find(text); known != noRow)
            return known;
        append(text, true);
        return std::uint32_t(m_texts.size() - 1);
    }
    // A number of its own, found by find() only where `indexed`.
    void append(std::string_view text, bool indexed)
    {
        m_texts.push_back(m_arena.keep(text));
        if (indexed)
            m_index.add(hashBytes(text), std::uint32_t(m_texts.size() - 1));
    }
    std::string_view text(std::uint32_t row) const { return m_texts[row]; }
    std::uint32_t size() const { return std::uint32_t(m_texts.size()); }

private:
    TextArena m_arena;
    std::vector<std::string_view> m_texts;
    HashIndex m_index;
};

} // namespace duedesk
