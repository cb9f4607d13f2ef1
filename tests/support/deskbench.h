// A workbench over a small practice book on disk, for desks and forms that are worked by keys without a window around them.
#pragma once
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace duedesk {

class DeskBench {
public:
    DeskBench()
    {
        SampleOptions options;
        options.customers = 20;
        options.months = 8;
        const QString path = dir.filePath(QStringLiteral("small.duedesk"));
        if (const auto made = createSampleBook(path, options, clock.now(), QStringLiteral("ana")); !made)
            qFatal("%s", qPrintable(made.error().message()));
        auto storage = Storage::open(path, QStringLiteral("ana"), clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        workbench = std::make_unique<Workbench>(std::move(*storage), clock, QStringLiteral("ana"), path);
    }
    bool settled()
    {
        return QTest::qWaitFor(
            [this] { return !workbench->isSaving() && workbench->insights()->book == workbench->book(); }, 10'000);
    }
    // Shown and with the focus, so that keys reach it.
    void show(QWidget& desk)
    {
        desk.resize(420, 760);
        desk.show();
        QApplication::setActiveWindow(&desk);
        QApplication::processEvents();
    }
    void key(Qt::Key k, Qt::KeyboardModifiers m = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), k, m);
        QApplication::processEvents();
    }
    void type(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QApplication::processEvents();
    }
    const Customer& customer(CustomerId id) const { return *workbench->book()->customers().find(id); }
    // The payer at this place of the call list.
    CustomerId toCall(std::size_t place) const
    {
        const CallList& calls = workbench->insights()->calls;
        return workbench->book()->customers()[calls.rows[calls.next[place]].payer].id;
    }

    QTemporaryDir dir;
    FixedClock clock{*parseInstant(QStringLiteral("2025-11-14T14:30:00Z"))};
    std::unique_ptr<Workbench> workbench;
};

} // namespace duedesk
