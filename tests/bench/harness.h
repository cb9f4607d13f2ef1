// Measures work against a peer in the same run and prints one line per goal: ours, the peer, the ratio, and
// whether the goal is met. Absolute times drift with the machine; ratios much less.
#pragma once
#include <QString>
#include <functional>
#include <vector>

namespace duedesk::bench {

// Median wall time in ms of `runs` calls.
double medianMs(int runs, const std::function<void()>& work);

struct Line {
    QString book;   // S, M, L
    QString work;   // "aging, customer x bucket, a past day"
    double ours = 0;  // ms, or MB where `unit` says so
    double peer = -1; // ms; < 0 = no peer
    QString goal;   // in words: "<= 10 ms", "<= 0.75 x sqlite3"
    bool met = false;
    QString unit = QStringLiteral("ms");
};

class Report {
public:
    // goalMs: ours must not exceed it. goalRatio: ours / peer must not. Either may be < 0 = not asked.
    void add(const QString& book, const QString& work, double ours, double peer, double goalMs, double goalRatio,
             const QString& unit = QStringLiteral("ms"));
    void print() const;
    bool allMet() const;
    const std::vector<Line>& lines() const { return m_lines; }

private:
    std::vector<Line> m_lines;
};

double residentMb();

} // namespace duedesk::bench
