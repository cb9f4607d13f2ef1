// How many promises were kept as lines to read: the book, each who took them, each who made them. A function of (Book, D).
#pragma once
#include "core/insight/agreements/promises.h"

namespace duedesk {

enum class KeptBy : std::uint8_t { Book, Clerk, Payer };
QString keptByName(KeptBy by); // "clerk"
Words wordsOf(KeptBy by);

struct KeptLine {
    KeptBy by = KeptBy::Book;
    std::uint32_t payer = noRow; // customer row, of payers
    QString name; // of a clerk "" = nobody is named
    PromiseRecord record;
};
struct KeptRates {
    Date day;
    std::vector<KeptLine> lines; // the book, then clerks and payers, most money judged first
};
// What rates say of each, in their own order, also where nothing was judged.
std::vector<KeptLine> keptLines(const Book& book, const PromiseRates& rates);
// Of the 90 days up to D.
KeptRates keptRates(const Book& book, Date d);

} // namespace duedesk
