// Persistent (shared, immutable) containers of the book: rows in chunks, a row number for every id, and
// groups of rows per customer. A changed copy shares every chunk that the change did not touch.
#pragma once
#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace duedesk {

inline constexpr std::uint32_t noRow = 0xffffffffU;

// id -> row. Ids of one table are dense enough (they come in leased blocks) for an array.
class IdIndex {
public:
    std::uint32_t rowOf(std::int64_t id) const
    {
        const auto page = static_cast<std::size_t>(id) >> shift;
        if (id <= 0 || page >= m_pages.size() || !m_pages[page])
            return noRow;
        return (*m_pages[page])[static_cast<std::size_t>(id) & mask];
    }
    void set(std::int64_t id, std::uint32_t row) // noRow = there is none any more
    {
        invariant(id > 0 && id < (std::int64_t(1) << 32), "a row id is out of range");
        const auto page = static_cast<std::size_t>(id) >> shift;
        if (page >= m_pages.size())
            m_pages.resize(page + 1);
        auto& p = m_pages[page];
        if (!p) {
            p = std::make_shared<Page>();
            p->fill(noRow);
        } else if (p.use_count() > 1) {
            p = std::make_shared<Page>(*p);
        }
        (*p)[static_cast<std::size_t>(id) & mask] = row;
    }

private:
    static constexpr std::size_t shift = 12, mask = 4095;
    using Page = std::array<std::uint32_t, 4096>;
    std::vector<std::shared_ptr<Page>> m_pages; // copied before a write while shared
};

// Rows of plain structs; T has a typed `id` and `retractedBy`. Row numbers never change within a book's life.
template <class T> class Rows {
public:
    std::uint32_t size() const { return m_size; }
    const T& operator[](std::uint32_t row) const { return (*m_chunks[row >> shift])[row & mask]; }
    std::uint32_t rowOf(decltype(T::id) id) const { return m_index.rowOf(id.value); }
    // Null when there is no such row, or it was retracted.
    const T* find(decltype(T::id) id) const
    {
        const std::uint32_t row = rowOf(id);
        if (row == noRow)
            return nullptr;
        const T& t = (*this)[row];
        return t.retractedBy ? nullptr : &t;
    }
    // f(row, const T&) over the rows that are not retracted.
    template <class F> void forEach(F&& f) const
    {
        for (std::uint32_t row = 0; row < m_size; ++row)
            if (const T& t = (*this)[row]; !t.retractedBy)
                f(row, t);
    }
    // Appends (a new id) or replaces (a known one); the row's number.
    std::uint32_t put(T t)
    {
        const std::uint32_t known = rowOf(t.id);
        const std::uint32_t row = known == noRow ? m_size : known;
        if ((row >> shift) >= m_chunks.size())
            m_chunks.push_back(std::make_shared<Chunk>());
        auto& chunk = m_chunks[row >> shift];
        if (chunk.use_count() > 1)
            chunk = std::make_shared<Chunk>(*chunk);
        if (known == noRow) {
            m_index.set(t.id.value, row);
            chunk->push_back(std::move(t));
            ++m_size;
        } else {
            (*chunk)[row & mask] = std::move(t);
        }
        return row;
    }

private:
    static constexpr std::uint32_t shift = 8, mask = 255;
    using Chunk = std::vector<T>;
    std::vector<std::shared_ptr<Chunk>> m_chunks; // copied before a write while shared
    IdIndex m_index;
    std::uint32_t m_size = 0;
};

// group number -> ascending row numbers, e.g. the activities of a customer row. Kept in pages of 64 groups.
class Groups {
public:
    std::span<const std::uint32_t> of(std::uint32_t group) const
    {
        const std::size_t page = group >> shift;
        if (page >= m_pages.size() || !m_pages[page])
            return {};
        const Page& p = *m_pages[page];
        const std::uint32_t from = p.start[group & mask], to = p.start[(group & mask) + 1];
        return std::span(p.rows).subspan(from, to - from);
    }
    void add(std::uint32_t group, std::uint32_t row);
    void remove(std::uint32_t group, std::uint32_t row);
    // All groups at once: rows [start[g], start[g + 1]) are those of group g, ascending.
    static Groups of(std::span<const std::uint32_t> start, std::span<const std::uint32_t> rows);

private:
    static constexpr std::size_t shift = 6, mask = 63;
    struct Page {
        std::array<std::uint32_t, mask + 2> start{}; // of group g of the page: [start[g], start[g + 1]) of rows
        std::vector<std::uint32_t> rows;
    };
    Page& writable(std::uint32_t group);
    std::vector<std::shared_ptr<Page>> m_pages; // copied before a write while shared
};

} // namespace duedesk
