#include "core/practice/generator.h"

#include "core/base/money.h"
#include "core/practice/simulation.h"

#include <QDir>
#include <QSaveFile>

namespace duedesk {
namespace {

// Appends to a file in large pieces; commit() makes it appear whole or not at all.
class Lines {
public:
    explicit Lines(const QString& path) : m_file(path) { m_open = m_file.open(QIODevice::WriteOnly); }
    std::string& text() { return m_text; }
    void end()
    {
        m_text += '\n';
        if (m_text.size() > (1U << 20))
            flush();
    }
    Outcome commit()
    {
        flush();
        if (m_open && m_file.commit())
            return {};
        Error e;
        e.code = ErrorCode::StorageFailed;
        e.file = m_file.fileName();
        e.what = QStringLiteral("cannot be written: ") + m_file.errorString();
        e.remedy = QStringLiteral("choose a folder that you may write to, with free space");
        return fail(e);
    }

private:
    void flush()
    {
        if (m_open)
            m_file.write(m_text.data(), qint64(m_text.size()));
        m_text.clear();
    }
    QSaveFile m_file;
    bool m_open = false;
    std::string m_text;
};

std::string invoiceNumber(std::size_t index)
{
    std::string n = std::to_string(index + 1);
    return "INV-" + std::string(n.size() < 8 ? 8 - n.size() : 0, '0') + n;
}

Outcome writeCustomers(const QString& path, const Simulation& sim)
{
    Lines out(path);
    out.text() = "customer_id,name,tier,region,industry,size,country,currency,terms_days,credit_limit,owner,timezone";
    out.end();
    for (const SimCustomer& c : sim.customers) {
        std::string& t = out.text();
        for (const std::string* field :
             {&c.id, &c.name, &c.tier, &c.region, &c.industry, &c.size, &c.country, &c.currency})
            t += *field + ',';
        t += std::to_string(c.terms) + ',' + (c.limit > 0 ? std::to_string(c.limit) : std::string()) + ',' + c.owner
             + ',' + c.zone;
        out.end();
    }
    return out.commit();
}

Outcome writeInvoices(const QString& path, const Simulation& sim)
{
    Lines out(path);
    out.text() = "invoice_no,customer_id,kind,invoice_date,due_date,currency,amount,product_line";
    out.end();
    for (std::size_t i = 0; i < sim.invoices.size(); ++i) {
        const SimInvoice& inv = sim.invoices[i];
        std::string& t = out.text();
        t += invoiceNumber(i);
        t += ',';
        t += sim.customers[inv.customer].id;
        t += inv.creditNote ? ",credit_note," : ",invoice,";
        t += Date(inv.date).isoString();
        t += ',';
        t += Date(inv.due).isoString();
        t += ',';
        t += sim.customers[inv.customer].currency;
        t += ',';
        t += plainDecimal(inv.cents, 2);
        t += ',';
        t += productName(inv.product);
        out.end();
    }
    return out.commit();
}

Outcome writePayments(const QString& path, const Simulation& sim)
{
    Lines out(path);
    out.text() = "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated";
    out.end();
    for (const SimPayment& p : sim.payments) {
        std::string& t = out.text();
        t += p.writeOff ? "WO-" : "PAY-";
        t += std::to_string(p.reference);
        t += p.writeOff ? ",write_off," : ",payment,";
        t += sim.customers[p.customer].id;
        t += ',';
        t += Date(p.date).isoString();
        t += ',';
        t += sim.customers[p.customer].currency;
        t += ',';
        t += plainDecimal(p.cents, 2);
        t += ',';
        if (p.invoice != 0) {
            t += invoiceNumber(p.invoice - 1);
            t += ',';
            t += plainDecimal(p.allocated, 2);
        } else {
            t += ',';
        }
        out.end();
    }
    return out.commit();
}

} // namespace

Result<GeneratedCounts> generateFiles(const QString& dir, const GeneratorOptions& o, const OutputDoor& door)
{
    if (!QDir().mkpath(dir))
        return fail(ErrorCode::StorageFailed, u"folder " + dir + u" cannot be made",
                    QStringLiteral("choose another folder"));
    const QDir d(dir);
    const QString csv = QStringLiteral("csv"), customers = d.filePath(QStringLiteral("customers.csv")),
                  invoices = d.filePath(QStringLiteral("invoices.csv")),
                  payments = d.filePath(QStringLiteral("payments.csv"));
    for (const QString& path : {customers, invoices, payments})
        if (const Outcome r = door.mayWrite(path, {csv}); !r)
            return fail(r.error());
    const Simulation sim = simulate(simulateCustomers(o.customers, o.seed), o.invoices, o.until, o.months, o.seed);
    for (const Outcome& r :
         {writeCustomers(customers, sim), writeInvoices(invoices, sim), writePayments(payments, sim)})
        if (!r)
            return std::unexpected<Error>(r.error());
    return GeneratedCounts{std::int64_t(sim.customers.size()), std::int64_t(sim.invoices.size()),
                           std::int64_t(sim.payments.size())};
}

} // namespace duedesk
