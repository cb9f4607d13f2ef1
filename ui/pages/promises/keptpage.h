// How many promises are kept: of the whole book, by who of us took them, and by who made them. Enter opens the payer, or a
// clerk's promises.
#pragma once
#include "ui/models/columns/keptcolumns.h"
#include "ui/pages/boardspec.h"

namespace duedesk {

class KeptPage : public Board<KeptBox> {
    Q_OBJECT
public:
    explicit KeptPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;

protected:
    void openCurrent() override;
};

} // namespace duedesk
