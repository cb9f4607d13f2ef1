// Rows of customers, with their companies, terms and status.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class CustomerRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void row(RowCells& cells) override;

private:
    bool fillCustomer(RowCells& cells, Customer& c);
};

} // namespace duedesk
