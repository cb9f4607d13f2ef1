#include "core/workbench/handids.h"

#include <algorithm>
#include <numeric>

namespace duedesk {
namespace {

// Above every id a book can hold; never written anywhere.
constexpr std::int64_t provisional = std::int64_t(1) << 40;

std::int64_t leftIn(const std::vector<IdBlock>& blocks)
{
    return std::accumulate(blocks.begin(), blocks.end(), std::int64_t(0),
                           [](std::int64_t n, const IdBlock& b) { return n + b.left(); });
}

} // namespace

HandIds::HandIds(const std::array<IdBlock, tableCount>& first, std::int64_t atOnce) : m_atOnce(atOnce)
{
    for (std::size_t i = 0; i < first.size(); ++i)
        m_hands[i].blocks.push_back(first[i]);
}

std::int64_t HandIds::next(Table t)
{
    Hand& hand = m_hands[std::size_t(t)];
    std::erase_if(hand.blocks, [](const IdBlock& b) { return b.left() <= 0; });
    if (!hand.blocks.empty())
        return hand.blocks.front().next++;
    m_short = true;
    return provisional + m_missing[std::size_t(t)]++;
}

std::int64_t HandIds::left(Table t) const { return leftIn(m_hands[std::size_t(t)].blocks); }

void HandIds::begin()
{
    for (std::size_t i = 0; i < m_hands.size(); ++i)
        m_before[i] = m_hands[i].blocks;
    m_missing.fill(0);
    m_short = false;
}

void HandIds::giveBack()
{
    for (std::size_t i = 0; i < m_hands.size(); ++i) {
        const std::int64_t drawn = leftIn(m_before[i]) - leftIn(m_hands[i].blocks) + m_missing[i];
        if (m_missing[i] > 0)
            m_hands[i].wanted = std::max(m_hands[i].wanted, drawn);
        m_hands[i].blocks = m_before[i];
    }
    m_missing.fill(0);
    m_short = false;
}

void HandIds::want(Table t, std::int64_t count)
{
    Hand& hand = m_hands[std::size_t(t)];
    hand.wanted = std::max(hand.wanted, count);
}

std::vector<HandIds::Wish> HandIds::wishes()
{
    std::vector<Wish> out;
    for (std::size_t i = 0; i < m_hands.size(); ++i) {
        Hand& hand = m_hands[i];
        const std::int64_t room = leftIn(hand.blocks);
        if (hand.asked || (room > m_atOnce / 2 && room >= hand.wanted))
            continue;
        hand.asked = true;
        out.push_back({Table(i), std::max(m_atOnce, hand.wanted - room)});
    }
    return out;
}

void HandIds::take(Table t, IdBlock block)
{
    Hand& hand = m_hands[std::size_t(t)];
    hand.asked = false;
    if (block.left() <= 0)
        return;
    hand.blocks.push_back(block);
    if (leftIn(hand.blocks) >= hand.wanted)
        hand.wanted = 0;
}

} // namespace duedesk
