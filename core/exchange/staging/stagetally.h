// What is told of an import: rows taken and rejected with their reasons, warnings, sums, and the batch as it will be kept.
// Every other part of the staging says what happened here, and nowhere else.
#pragma once
#include "core/exchange/importer.h"

#include <map>

namespace duedesk {

class RowCells;

enum class Took : std::uint8_t { Added, Changed, Unchanged };

// Why a row is rejected, or what is to be said about it.
struct Complaint {
    Words what, remedy;
    QString field;
    QString value;
};

class StageTally {
public:
    StageTally(const Book& book, const ImportOptions& options);
    StagedReport& report() { return m_report; }
    const StagedReport& report() const { return m_report; }
    StagedImport& staged() { return m_report.staged; }
    const StagedImport& staged() const { return m_report.staged; }
    FileReport& file() { return m_report.files.back(); } // the one at hand
    std::uint16_t fileNumber() const { return std::uint16_t(m_report.files.size() - 1); }

    void took(std::uint16_t file, Took t);
    void reject(std::uint16_t file, std::int64_t line, Complaint c);
    void rejectCell(RowCells& cells, Field f, Words what, Words remedy = {});
    void tookDebit(std::uint16_t file, std::int64_t minor, Currency c);
    void tookCredit(std::uint16_t file, std::int64_t minor, Currency c);
    void skip(std::int64_t line, const QString& why); // of the file at hand
    void warn(std::uint16_t file, std::int64_t line, Complaint c);
    void addTotal(std::int64_t minor, Currency c);
    void addOpenTotal(std::int64_t minor, Currency c) { file().openTotal.add({minor, c}); }
    const Error* lastError() const { return m_errors.empty() ? nullptr : &m_errors.back().second; }

    // When all files are read.
    void checkControlTotals();
    void sort();
    void finishBatch();

private:
    std::uint32_t reasonRow(const QString& reason);
    void keepRejected(std::int64_t line, std::uint32_t reason, std::uint16_t file);

    const ImportOptions& m_options;
    StagedReport m_report;
    std::map<QString, std::uint32_t> m_reasons;
    std::vector<std::pair<std::uint16_t, Error>> m_errors, m_warnings;
};

} // namespace duedesk
