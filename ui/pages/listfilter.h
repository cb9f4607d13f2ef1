// What the filter language needs to know of the lists' own columns (lane, bucket), and how a segment's value is
// written as a filter term, so that a mark of a chart leads to the rows behind it.
#pragma once
#include "core/insight/figures/accountfigures.h"
#include "core/insight/figures/segment.h"
#include "core/insight/find/filter.h"

namespace duedesk {

// The fields of the list of accounts: those of the customer, and contact:yes|no, limit:over|ok|none,
// avoided:yes|no, incomplete:yes|no, which the counts of the dashboard lead to.
QStringList accountFilterFields();
// The `extra` of filterCustomers() for rows of AccountFigures; refers to them.
FilterText accountExtra(const AccountFigures& figures);

// `tier:"Key account"`; quotes where the value has blanks. "(none)" stays "(none)".
QString filterTerm(const QString& field, const QString& value);
// The field that filters items by a segment; "" where the language has none.
QString filterFieldOf(Segment s);
// "90+" as `bucket:` takes it, without the typographic dash of bucketName().
QString bucketFilter(int bucket, const std::array<int, 3>& edges);

} // namespace duedesk
