#include "core/insight/agreements/keptrates.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 3> cuts = {QT_TRANSLATE_NOOP("duedesk::Lang", "book"),
                                             QT_TRANSLATE_NOOP("duedesk::Lang", "clerk"),
                                             QT_TRANSLATE_NOOP("duedesk::Lang", "payer")};

constexpr int recordDays = 90;

} // namespace

QString keptByName(KeptBy by) { return QString::fromLatin1(cuts[std::size_t(by)]); }
Words wordsOf(KeptBy by) { return Lang::words(cuts[std::size_t(by)]); }

std::vector<KeptLine> keptLines(const Book& book, const PromiseRates& rates)
{
    std::vector<KeptLine> out{{KeptBy::Book, noRow, book.info().name, rates.book}};
    for (const auto& [clerk, record] : rates.clerks)
        out.push_back({KeptBy::Clerk, noRow, clerk, record});
    for (const auto& [payer, record] : rates.payers)
        out.push_back({KeptBy::Payer, payer, book.customers()[payer].name, record});
    return out;
}

KeptRates keptRates(const Book& book, Date d)
{
    KeptRates out;
    out.day = d;
    out.lines = keptLines(book, promiseRates(book, d - (recordDays - 1), d, d));
    std::erase_if(out.lines, [](const KeptLine& l) { return l.record.kept + l.record.partly + l.record.broken == 0; });
    std::ranges::stable_sort(out.lines, [](const KeptLine& a, const KeptLine& b) {
        return a.by != b.by ? a.by < b.by : a.record.judgedBase > b.record.judgedBase;
    });
    return out;
}

} // namespace duedesk
