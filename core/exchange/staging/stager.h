// One import call: its files in their order, row by row, then what all of them together decide. Internal to exchange;
// importer.h is the door.
#pragma once
#include "core/exchange/staging/contactrows.h"
#include "core/exchange/staging/customerrows.h"
#include "core/exchange/staging/filereadings.h"
#include "core/exchange/staging/holidayrows.h"
#include "core/exchange/staging/invoicerows.h"
#include "core/exchange/staging/paymentrows.h"
#include "core/exchange/staging/promiserows.h"
#include "core/exchange/staging/raterows.h"
#include "core/exchange/staging/rowclasses.h"

namespace duedesk {

class Stager {
public:
    Stager(const Book& book, const ImportOptions& options, IdSource& ids, Findings& findings);
    // False when a finding of this pass asks for another one; the report is then incomplete.
    Result<bool> run(const QStringList& files);
    StagedReport takeReport() { return std::move(m_tally.report()); }

private:
    Result<std::vector<OpenFile>> openAll(const QStringList& files);
    Outcome takeFile(OpenFile& f);
    Outcome readRows(OpenFile& f);
    Outcome settleAll();
    Outcome unchanged(const std::vector<OpenFile>& files) const;
    KindOfRows& rowsOf(FileKind kind);
    bool alreadyImported(const FileReport& file) const;
    bool cancelled() const { return m_options.cancel && m_options.cancel->load(std::memory_order_relaxed); }
    void progress(double done, const QString& what);

    const Book& m_book;
    const ImportOptions& m_options;
    IdSource& m_ids;
    StageTally m_tally;
    CellReader m_read;
    FileReadings m_readings;
    RowClasses m_classes;
    Parties m_parties;
    HandPostings m_hand;
    StagedLines m_lines;
    Staging m_in;
    RateRows m_rates;
    HolidayRows m_holidays;
    CustomerRows m_customers;
    ContactRows m_contacts;
    InvoiceRows m_invoices;
    PaymentRows m_payments;
    PromiseRows m_promises;
    double m_progressBase = 0, m_progressShare = 0;
};

} // namespace duedesk
