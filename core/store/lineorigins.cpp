#include "core/store/lineorigins.h"

#include "core/store/database.h"
#include "core/store/openbook.h"

namespace duedesk {
namespace {

// A line that an import replaces takes its write-offs along as rows of its batch: one made by hand is known again there by
// its day, amount and reason.
constexpr const char* writeOffSql =
    "WITH RECURSIVE hand(id, debit, date, amount, reason, retracted_by) AS ("
    "SELECT id, debit, date, amount, reason, retracted_by FROM write_off WHERE operation IS NOT NULL "
    "UNION SELECT n.id, n.debit, n.date, n.amount, n.reason, n.retracted_by FROM hand h "
    "JOIN import_batch b ON b.operation = h.retracted_by "
    "JOIN write_off n ON n.batch = b.id AND n.date = h.date AND n.amount = h.amount AND n.reason = h.reason "
    "JOIN debit was ON was.id = h.debit AND was.retracted_by = h.retracted_by "
    "JOIN debit d ON d.id = n.debit AND d.number = was.number AND d.customer = was.customer) "
    "SELECT w.id, w.id IN (SELECT id FROM hand), w.reason FROM write_off w WHERE w.retracted_by IS NULL ORDER BY w.id";

// An import takes lines back too, and so does undoing one: neither is somebody's decision about an allocation. What a
// later file replaced is named by the line that stands in its place.
constexpr const char* takenBackSql =
    "SELECT (SELECT n.id FROM debit n WHERE n.number = d.number AND n.customer = d.customer AND n.kind = d.kind "
    "AND ifnull(n.company, 0) = ifnull(d.company, 0) AND n.retracted_by IS NULL), "
    "CASE WHEN c.retracted_by IS NULL THEN c.id ELSE (SELECT n.id FROM credit n WHERE n.kind = 1 AND c.kind = 1 "
    "AND n.reference = c.reference AND n.customer = c.customer AND ifnull(n.company, 0) = ifnull(c.company, 0) "
    "AND n.retracted_by IS NULL) END, a.date, a.amount "
    "FROM allocation a JOIN debit d ON d.id = a.debit JOIN credit c ON c.id = a.credit "
    "WHERE a.batch IS NOT NULL AND a.retracted_by IS NOT NULL AND a.retracted_by NOT IN "
    "(SELECT operation FROM import_batch UNION SELECT retracted_by FROM import_batch WHERE retracted_by IS NOT NULL) "
    "ORDER BY a.debit, a.id";

} // namespace

Result<LineOrigins> readLineOrigins(const QString& bookPath)
{
    return guarded([&] {
        const auto db = openbook::forReading(bookPath);
        LineOrigins out;
        Statement writeOffs(*db, writeOffSql);
        while (writeOffs.step())
            out.writeOffs.push_back(
                {WriteOffId(writeOffs.integer(0)), writeOffs.integer(1) != 0, std::string(writeOffs.text(2))});
        Statement takenBack(*db, takenBackSql);
        while (takenBack.step())
            if (!takenBack.isNull(0) && !takenBack.isNull(1))
                out.takenBack.push_back({DebitId(takenBack.integer(0)), CreditId(takenBack.integer(1)),
                                         std::int32_t(takenBack.integer(2)), takenBack.integer(3)});
        return out;
    });
}

} // namespace duedesk
