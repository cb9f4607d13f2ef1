// Rows of promises, kept until payments are applied: a promise is for no more than was open on the day it was made.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class PromiseRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void row(RowCells& cells) override;
    void finish();
    bool any() const { return !m_promises.empty(); }

private:
    struct PromiseDraft {
        Promise promise;
        std::vector<std::uint32_t> items;
        std::uint16_t file;
        std::int64_t line;
        QString value;
    };
    std::vector<PromiseDraft> m_promises;
};

} // namespace duedesk
