#include "tests/bench/harness.h"

#include <QFile>
#include <algorithm>
#include <chrono>
#include <cstdio>

namespace duedesk::bench {

double medianMs(int runs, const std::function<void()>& work)
{
    std::vector<double> ms;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(ms.begin(), ms.end());
    return ms[ms.size() / 2];
}

void Report::add(const QString& book, const QString& work, double ours, double peer, double goalMs, double goalRatio,
                 const QString& unit)
{
    Line l{book, work, ours, peer, {}, true, unit};
    QStringList goal;
    if (goalMs >= 0) {
        goal += QStringLiteral("<= %1 %2").arg(goalMs).arg(unit);
        l.met = l.met && ours <= goalMs;
    }
    if (goalRatio >= 0) {
        goal += QStringLiteral("<= %1 x peer").arg(goalRatio);
        l.met = l.met && peer > 0 && ours / peer <= goalRatio;
    }
    l.goal = goal.isEmpty() ? QStringLiteral("-") : goal.join(QStringLiteral(", "));
    std::printf("%-2s %-52s %10.2f %s\n", qUtf8Printable(book), qUtf8Printable(work), ours, qUtf8Printable(unit));
    std::fflush(stdout);
    m_lines.push_back(l);
}

void Report::print() const
{
    std::printf("\n| book | work | ours | peer | ratio | goal | |\n|---|---|---:|---:|---:|---|---|\n");
    for (const Line& l : m_lines) {
        const QString peer = l.peer < 0 ? QStringLiteral("-") : QString::number(l.peer, 'f', 1) + u' ' + l.unit;
        const QString ratio = l.peer <= 0 ? QStringLiteral("-") : QString::number(l.ours / l.peer, 'f', 4);
        std::printf("| %s | %s | %.2f %s | %s | %s | %s | %s |\n", qUtf8Printable(l.book), qUtf8Printable(l.work),
                    l.ours, qUtf8Printable(l.unit), qUtf8Printable(peer), qUtf8Printable(ratio), qUtf8Printable(l.goal),
                    l.goal == u"-" ? ""
                    : l.met        ? "met"
                                   : "MISSED");
    }
}

bool Report::allMet() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line& l) { return l.met; });
}

double residentMb()
{
    QFile f(QStringLiteral("/proc/self/statm"));
    if (!f.open(QIODevice::ReadOnly))
        return 0;
    return f.readAll().split(' ').value(1).toDouble() * 4096.0 / 1048576.0;
}

} // namespace duedesk::bench
