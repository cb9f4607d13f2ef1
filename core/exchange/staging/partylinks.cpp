// Parents and payers, once all customers of the call are known: names that lead nowhere and rings are rejected.
#include "core/exchange/staging/parties.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

void Parties::dropLink(CustomerEdit& e, Field f, QString what)
{
    const bool parent = f == Field::ParentId;
    const FileReport& r = m_tally.report().files[e.file];
    const ColumnPlan* p = r.layout.column(f);
    m_tally.reject(e.file, e.line,
                   {std::move(what), u"correct the id, or add that customer"_s, p ? p->heading : headingOf(f),
                    parent ? e.parentId : e.payerId});
    // The row is rejected as a whole: what the book knows stays, a new customer stays only for the lines that name it.
    e.listed = false;
    if (const Customer* before = posted(e.slot)) {
        e.now = *before;
    } else {
        Customer bare;
        bare.id = e.now.id;
        bare.externalId = e.now.externalId;
        bare.name = e.now.externalId;
        bare.batch = e.now.batch;
        bare.incomplete = true;
        e.now = bare;
        e.unwanted = true;
    }
    e.parentId.clear();
    e.payerId.clear();
}

// A ring of parents, or of payers: every customer of this call in it is rejected.
bool Parties::breakCycles(bool payers)
{
    std::unordered_map<std::int64_t, std::uint32_t> slotOf;
    for (std::uint32_t i = 0; i < m_customers.size(); ++i)
        slotOf[m_customers[i].id.value] = i;
    const auto next = [&](std::uint32_t slot) {
        const Customer& c = customer(slot);
        const auto it = slotOf.find(payers ? c.payer.value : c.parent.value);
        return it == slotOf.end() || it->second == slot ? noRow : it->second;
    };
    // A walk that meets its own stamp has found a ring; one that meets an older stamp ends there.
    std::vector<std::uint32_t> stamp(m_customers.size(), 0);
    std::vector<bool> onRing(m_customers.size(), false);
    for (std::size_t k = 0; k < m_customerEdits.size(); ++k) {
        const auto mine = std::uint32_t(k + 1);
        std::uint32_t at = m_customerEdits[k].slot;
        while (at != noRow && stamp[at] == 0) {
            stamp[at] = mine;
            at = next(at);
        }
        if (at == noRow || stamp[at] != mine)
            continue;
        for (; !onRing[at]; at = next(at))
            onRing[at] = true;
    }
    std::vector<std::size_t> inRing;
    for (std::size_t k = 0; k < m_customerEdits.size(); ++k)
        if (onRing[m_customerEdits[k].slot] && m_customerEdits[k].listed)
            inRing.push_back(k);
    for (const std::size_t k : inRing)
        dropLink(m_customerEdits[k], payers ? Field::PayerId : Field::ParentId,
                 payers ? u"leads back to this customer over its payers"_s
                        : u"leads back to this customer over its parents"_s);
    return !inRing.empty();
}

// A customer cannot hang on one whose own row is rejected.
bool Parties::dropDangling()
{
    bool any = false;
    for (CustomerEdit& e : m_customerEdits)
        for (const Field f : {Field::ParentId, Field::PayerId}) {
            const QString& text = f == Field::ParentId ? e.parentId : e.payerId;
            if (e.listed && !text.isEmpty() && knownCustomer(text.toStdString()) == noRow) {
                dropLink(e, f, u"names a customer whose own row is rejected"_s);
                any = true;
            }
        }
    return any;
}

// After all customer files of the call, because a parent may stand below its child.
void Parties::link()
{
    if (!m_linksOpen)
        return;
    m_linksOpen = false;
    for (CustomerEdit& e : m_customerEdits) {
        for (const Field f : {Field::ParentId, Field::PayerId}) {
            const QString& text = f == Field::ParentId ? e.parentId : e.payerId;
            if (!e.listed || text.isEmpty())
                continue;
            const std::uint32_t slot = m_customerIds.find(text.toStdString());
            if (slot == noRow) {
                dropLink(e, f, u"names a customer that is neither in the files nor in the book"_s);
                continue;
            }
            CustomerId& link = f == Field::ParentId ? e.now.parent : e.now.payer;
            link = slot == e.slot ? CustomerId() : m_customers[slot].id;
        }
    }
    while (breakCycles(false) || breakCycles(true) || dropDangling()) {
    }
    std::unordered_map<std::int64_t, std::uint32_t> slotOf;
    for (std::uint32_t i = 0; i < m_customers.size(); ++i)
        slotOf[m_customers[i].id.value] = i;
    for (const CustomerEdit& e : m_customerEdits) {
        const auto it = e.now.payer ? slotOf.find(e.now.payer.value) : slotOf.end();
        m_customers[e.slot].payer = it == slotOf.end() ? e.slot : it->second;
        if (e.listed)
            m_tally.took(e.file, !posted(e.slot)            ? Took::Added
                                 : *posted(e.slot) == e.now ? Took::Unchanged
                                                            : Took::Changed);
    }
    for (CustomerEdit& e : m_customerEdits)
        e.listed = false; // counted
}

} // namespace duedesk
