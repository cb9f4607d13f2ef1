// Through which day the money of a payer is known. Nobody is accused beyond it: promises, plans, claims and reminders all
// ask here, and a company that a payer has nothing to do with holds none of them up.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

#include <span>

namespace duedesk {

struct CashKnown {
    Date through; // invalid = nothing is known
    std::uint16_t company = noCompany; // the one that is furthest behind
    bool reaches(Date day) const { return through.isValid() && day <= through; }
};

// The earliest over these company numbers. A company without payments of its own leans on those that name no company;
// lines without a company have no say where nothing is known of such payments and a company is named too.
CashKnown cashKnown(const Book& book, std::span<const std::uint16_t> companies);

// What is asked of a payer about some days: the companies of its items that are open at d and dated by the last of the
// days, those of its credits dated within them, and those of the lines in question, paid or not. One that has no such
// line is judged by all of its lines, and by the whole book only where it has none at all.
struct CashQuestion {
    std::uint32_t payer = noRow;
    Date first, last;
    std::span<const PromiseLine> lines = {};
};
CashKnown cashKnown(const Book& book, const CashQuestion& question, Date d);

Words notJudgedWords(const CashKnown& known, Date d); // "Not judged: bank data ends Thu 13 Nov"
// "cash of Acme GmbH is known only through Thu 13 Nov"; of a company without any: "no payments are known yet".
Words cashKnownWords(const Book& book, const CashKnown& known, Date d);

} // namespace duedesk
