#include "core/exchange/fields.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using enum FieldType;
using F = Field;
constexpr bool must = true, may = false;
constexpr const char* customerIds =
    "customer|customer_no|customer_number|customerid|customernumber|cust_id|cust_no|account_no|account_number|debtor_"
    "no|"
    "debtor|debtor_id|client_id|client_no|kundennummer|kunden_nr|kundennr|kunde|debitor|debitorennummer|debitoren_nr|"
    "numero_client|code_client|no_client|client|cliente|codigo_cliente|klantnummer|debiteurnummer|debiteur|klant|"
    "codice_cliente|asiakasnumero|kundnummer|kundenummer";
constexpr const char* looseCustomers =
    "customer_name|customer_full_name|client_name|contact_name|contactname|company_name|party|party_name|name|"
    "kundenname|nom_client|nom_du_client|nombre_cliente|klantnaam|organization|account";
constexpr const char* numbers =
    "invoice_number|invoicenumber|invoice|inv_no|inv_number|invoice_num|document_no|document_number|number|"
    "rechnungsnummer|rechnungsnr|rechnungs_nr|rechnung|belegnummer|beleg_nr|belegnr|facture|numero_facture|"
    "numero_de_facture|no_facture|n_facture|factura|numero_factura|numero_de_factura|n_factura|factuurnummer|factuur|"
    "numero_fattura|fattura|fakturanummer|faktura|fakturanr";
constexpr const char* looseNumbers =
    "invoice_id|reference|ref|ref_no|reference_no|reference_number|num|no|nr|nummer|doc_no|beleg|"
    "document|voucher_no|bill_no|transaction_no|id";
constexpr const char* currencies =
    "currency_code|currencycode|curr|ccy|wahrung|waehrung|devise|monnaie|moneda|divisa|"
    "valuta|valuuta|iso_currency|document_currency|invoice_currency|transaction_currency";

constexpr FieldSpec customers[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::Name, "name", Text, must, "customer_name|company_name"},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::ParentId, "parent_id", Id, may, "parent"},
    {F::PayerId, "payer_id", Id, may, "payer"},
    {F::Tier, "tier", Text, may, ""},
    {F::Region, "region", Text, may, ""},
    {F::Industry, "industry", Text, may, ""},
    {F::Size, "size", Text, may, ""},
    {F::Country, "country", Text, may, "country_code"},
    {F::Currency, "currency", FieldType::Currency, may, currencies},
    {F::TermsDays, "terms_days", Number, may, "terms|payment_terms"},
    {F::CreditLimit, "credit_limit", Money, may, ""},
    {F::RiskClass, "risk_class", Text, may, ""},
    {F::Owner, "owner", Text, may, "collector"},
    {F::CsOwner, "cs_owner", Text, may, ""},
    {F::SalesOwner, "sales_owner", Text, may, ""},
    {F::Status, "status", Word, may, ""},
    {F::StatusSince, "status_since", FieldType::Date, may, ""},
    {F::ServiceCritical, "service_critical", Flag, may, ""},
    {F::Consumer, "consumer", Flag, may, ""},
    {F::AnnualValue, "annual_value", Money, may, ""},
    {F::RenewalDate, "renewal_date", FieldType::Date, may, ""},
    {F::PaymentMethod, "payment_method", Text, may, ""},
    {F::Timezone, "timezone", Text, may, "time_zone|zone"},
    {F::Language, "language", Text, may, ""},
};
constexpr FieldSpec contacts[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::Name, "name", Text, must, "contact_name|contact"},
    {F::Role, "role", Text, may, ""},
    {F::Email, "email", Text, may, "e_mail|mail"},
    {F::Phone, "phone", Text, may, "telephone|phone_number"},
    {F::Timezone, "timezone", Text, may, "time_zone|zone"},
    {F::Language, "language", Text, may, ""},
    {F::PreferredChannel, "preferred_channel", Text, may, "channel"},
    {F::VerifiedOn, "verified_on", FieldType::Date, may, "verified"},
    {F::Billing, "billing", Flag, may, ""},
    {F::Mobile, "mobile", Text, may, "mobile_phone|cell"},
    {F::Address, "address", Text, may, ""},
    {F::CallingHours, "calling_hours", Text, may, ""},
    {F::VerifiedBy, "verified_by", Text, may, ""},
    {F::VerifiedHow, "verified_how", Text, may, ""},
    {F::Mark, "marked", Text, may, ""},
    {F::Note, "note", Text, may, ""},
};
constexpr FieldSpec invoices[] = {
    {F::InvoiceNo, "invoice_no", Id, must, numbers, looseNumbers},
    {F::CustomerNo, "customer_id", Id, must, customerIds, looseCustomers},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::Kind, "kind", Word, may, "", "type|transaction_type|document_type|doc_type|belegart"},
    {F::InvoiceDate, "invoice_date", FieldType::Date, must,
     "invoicedate|document_date|issue_date|date_issued|date_of_invoice|rechnungsdatum|belegdatum|date_facture|"
     "date_de_facture|date_de_facturation|fecha_factura|fecha_de_factura|factuurdatum|data_fattura|fakturadato|"
     "fakturadatum",
     "date|datum|fecha|data|posting_date|buchungsdatum|transaction_date|doc_date"},
    {F::DueDate, "due_date", FieldType::Date, may,
     "due|duedate|due_on|date_due|payment_due|payment_due_date|net_due_date|falligkeitsdatum|faelligkeitsdatum|"
     "falligkeit|faelligkeit|fallig|faellig|fallig_am|faellig_am|falligkeit_netto|date_echeance|date_d_echeance|"
     "echeance|"
     "fecha_vencimiento|fecha_de_vencimiento|vencimiento|vervaldatum|data_scadenza|scadenza|forfallsdato|forfallodag|"
     "erapaiva"},
    {F::Currency, "currency", FieldType::Currency, may, currencies},
    {F::Amount, "amount", Money, must,
     "invoice_amount|invoiceamount|total|total_amount|gross_amount|amount_gross|original_amount|invoice_total|"
     "grand_total|betrag|bruttobetrag|rechnungsbetrag|gesamtbetrag|montant|montant_ttc|total_ttc|importe|"
     "importe_total|bedrag|factuurbedrag|importo|totale|belop|belopp",
     "amt|value|sum|summe|betrag_brutto"},
    {F::Open, "open", Money, may,
     "balance|open_balance|open_amount|amount_open|outstanding|outstanding_amount|amount_outstanding|amount_due|"
     "balance_due|due_amount|invoice_balance|amount_remaining|remaining_amount|remaining|offen|offener_betrag|"
     "betrag_offen|offener_posten|restbetrag|saldo|solde|reste_a_payer|montant_du|restant_du|pendiente|"
     "saldo_pendiente|importe_pendiente|openstaand|openstaand_bedrag|nog_te_betalen|residuo|da_pagare"},
    {F::Status, "status", Word, may,
     "invoice_status|document_status|payment_status|state|rechnungsstatus|statut|etat|estado|stato"},
    {F::NetAmount, "net_amount", Money, may, "amount_net|net|nettobetrag|montant_ht|subtotal|sub_total|untaxed_amount"},
    {F::ProductLine, "product_line", Text, may, "product"},
    {F::PoNumber, "po_number", Text, may, "po|po_no"},
    {F::TermsDays, "terms_days", Number, may, "terms"},
    {F::BillingFormat, "billing_format", Text, may, ""},
    {F::ServiceDate, "service_date", FieldType::Date, may, "ship_date"},
    {F::DeliveredOn, "delivered_on", FieldType::Date, may, ""},
    {F::PayerStatus, "payer_status", Text, may, ""},
    {F::PaidDate, "paid_date", FieldType::Date, may,
     "date_paid|paid_on|payment_date|last_payment_date|bezahlt_am|zahldatum|date_de_paiement|fecha_de_pago|betaald_op"},
    {F::PaidAmount, "paid_amount", Money, may,
     "amount_paid|paid|total_paid|payments|bezahlt|gezahlt|montant_paye|paye|pagado|betaald"},
    {F::Disputed, "disputed", Flag, may, ""},
    {F::CustomerName, "customer_name", Text, may, "kundenname|nom_client|nom_du_client|nombre_cliente|klantnaam"},
    {F::Country, "customer_country", Text, may, ""},
    {F::TermsText, "terms_text", Text, may, ""},
};
constexpr FieldSpec payments[] = {
    {F::PaymentRef, "payment_ref", Id, must, "payment_reference|payment_no|payment_number|payment_id|reference",
     "ref|ref_no|reference_no|num|no|number|transaction_id|document_no"},
    {F::Kind, "kind", Word, may, ""},
    {F::CustomerNo, "customer_id", Id, may, customerIds, looseCustomers},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::Date, "date", FieldType::Date, must, "payment_date|paid_on|date_paid", "posting_date|value_date|datum|fecha"},
    {F::ClearedOn, "cleared_on", FieldType::Date, may, ""},
    {F::Currency, "currency", FieldType::Currency, may, currencies},
    {F::Amount, "amount", Money, must, "payment_amount"},
    {F::InvoiceNo, "invoice_no", Id, may, numbers},
    {F::Allocated, "allocated", Money, may, "allocated_amount|amount_applied"},
};
constexpr FieldSpec promises[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::MadeOn, "made_on", FieldType::Date, must, ""},
    {F::PromisedFor, "promised_for", FieldType::Date, must, "promised_date"},
    {F::Amount, "amount", Money, must, ""},
    {F::Currency, "currency", FieldType::Currency, may, ""},
    {F::InvoiceNo, "invoice_no", Id, may, numbers},
    {F::TakenBy, "taken_by", Text, may, ""},
};
constexpr FieldSpec rates[] = {
    {F::Currency, "currency", FieldType::Currency, must, "currency_code"},
    {F::ValidFrom, "valid_from", FieldType::Date, must, ""},
    {F::Rate, "rate", FieldType::Rate, must, "exchange_rate"},
};
constexpr FieldSpec holidays[] = {
    {F::Date, "date", FieldType::Date, must, ""},
    {F::Calendar, "calendar", Text, may, ""},
    {F::Name, "name", Text, may, ""},
};
// Words that a deciding heading has, and words that make it a count of days or the like.
constexpr const char* decidingWords =
    "balance|open|outstanding|status|paid|unpaid|currency|due|offen|offener|saldo|wahrung|waehrung|bezahlt|fallig|"
    "faellig|falligkeit|faelligkeit|falligkeitsdatum|faelligkeitsdatum|solde|devise|echeance|paye|statut|moneda|divisa|"
    "vencimiento|pendiente|pagado|estado|valuta|vervaldatum|openstaand|betaald|scadenza|remaining";
constexpr const char* countingWords =
    "days|day|tage|jours|dias|dagen|age|aging|ageing|arrears|bucket|overdue|rate|terms";

bool isOneOf(QStringView word, const char* bars)
{
    const QLatin1StringView all(bars);
    for (qsizetype from = 0; from < all.size();) {
        qsizetype to = all.indexOf(u'|', from);
        to = to < 0 ? all.size() : to;
        if (word == all.sliced(from, to - from))
            return true;
        from = to + 1;
    }
    return false;
}

constexpr std::array<const char*, fileKindCount> kindNames = {"rates",    "holidays", "customers", "contacts",
                                                              "invoices", "payments", "promises"};

} // namespace

QString fileKindName(FileKind k) { return QString::fromLatin1(kindNames[std::size_t(k)]); }

std::optional<FileKind> parseFileKind(const QString& text)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (text == QLatin1String(kindNames[i]))
            return FileKind(i);
    return std::nullopt;
}

std::span<const FieldSpec> fieldsOf(FileKind k)
{
    switch (k) {
    case FileKind::Rates: return rates;
    case FileKind::Holidays: return holidays;
    case FileKind::Customers: return customers;
    case FileKind::Contacts: return contacts;
    case FileKind::Invoices: return invoices;
    case FileKind::Payments: return payments;
    case FileKind::Promises: return promises;
    }
    return {};
}

const FieldSpec* specOf(FileKind k, Field f)
{
    for (const FieldSpec& s : fieldsOf(k))
        if (s.field == f)
            return &s;
    return nullptr;
}

const FieldSpec* specByHeading(FileKind k, const QString& heading, HeadingMatch match)
{
    const QString h = normalHeading(heading);
    if (h.isEmpty())
        return nullptr;
    for (const FieldSpec& s : fieldsOf(k))
        if (h == QLatin1String(s.heading))
            return &s;
    for (const HeadingMatch tried : {HeadingMatch::Alias, HeadingMatch::Loose})
        if (tried <= match)
            for (const FieldSpec& s : fieldsOf(k))
                if (isOneOf(h, tried == HeadingMatch::Alias ? s.aliases : s.loose))
                    return &s;
    return nullptr;
}

QString headingOf(Field f)
{
    for (int k = fileKindCount - 1; k >= 0; --k)
        if (const FieldSpec* s = specOf(FileKind(k), f))
            return QString::fromLatin1(s->heading);
    return {};
}

QString normalHeading(const QString& heading)
{
    const QString folded = foldForSearch(heading);
    QString out;
    bool gap = false;
    for (const QChar c : folded) {
        if (!c.isLetterOrNumber()) {
            gap = !out.isEmpty();
            continue;
        }
        if (gap)
            out += u'_';
        gap = false;
        out += c;
    }
    return out;
}

bool isDeciding(const QString& heading)
{
    const QStringList words = normalHeading(heading).split(u'_');
    const auto any = [&](const char* of) {
        return std::any_of(words.begin(), words.end(), [of](const QString& w) { return isOneOf(w, of); });
    };
    return any(decidingWords) && !any(countingWords);
}

QString guardHeading() { return u"duedesk_guarded"_s; }

} // namespace duedesk
