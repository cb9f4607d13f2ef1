// The columns of customers and people, of settings and imports.
#include "core/store/recordcolumns.h"

#include "core/base/text.h"

namespace duedesk {
namespace {

// Written for searching in the file, never read: it follows from the name.
constexpr Column<Customer> searchKey{"search_key", [](const Customer& c) { return encode(foldForSearch(c.name)); },
                                     [](Customer&, const Value&) { return true; }};

// The settings are one document; the row's own fields stay as they were read.
constexpr Column<Policy> settings{"settings", [](const Policy& p) { return encode(p.toJson()); },
                                  [](Policy& p, const Value& v) {
                                      Policy read = Policy::fromJson(QByteArray::fromStdString(v.text));
                                      read.id = p.id;
                                      read.validFrom = p.validFrom;
                                      read.operation = p.operation;
                                      read.retractedBy = p.retractedBy;
                                      p = std::move(read);
                                      return v.kind == Value::Kind::Text;
                                  }};

constexpr Column<Company> companyColumns[] = {
    column<&Company::id>("id"),
    column<&Company::code>("code"),
    column<&Company::name>("name"),
    column<&Company::currency>("currency"),
    column<&Company::zone>("zone"),
    column<&Company::calendar>("calendar"),
    column<&Company::cashThrough>("cash_through"),
    column<&Company::retractedBy>("retracted_by"),
    laterColumn<&Company::letterhead>("letterhead"),
};

constexpr Column<Customer> customerColumns[] = {
    column<&Customer::id>("id"),
    column<&Customer::externalId>("external_id"),
    column<&Customer::name>("name"),
    searchKey,
    column<&Customer::spellings>("spellings"),
    column<&Customer::company>("company"),
    column<&Customer::parent>("parent"),
    column<&Customer::payer>("payer"),
    column<&Customer::tier>("tier"),
    column<&Customer::region>("region"),
    column<&Customer::industry>("industry"),
    column<&Customer::size>("size"),
    column<&Customer::country>("country"),
    column<&Customer::zone>("zone"),
    column<&Customer::language>("language"),
    column<&Customer::currency>("currency"),
    column<&Customer::termsDays>("terms_days"),
    column<&Customer::termsText>("terms_text"),
    column<&Customer::creditLimit>("credit_limit"),
    column<&Customer::riskClass>("risk_class"),
    column<&Customer::owner>("owner"),
    column<&Customer::csOwner>("cs_owner"),
    column<&Customer::salesOwner>("sales_owner"),
    column<&Customer::status>("status"),
    column<&Customer::statusSince>("status_since"),
    column<&Customer::serviceCritical>("service_critical"),
    column<&Customer::consumer>("consumer"),
    column<&Customer::doNotContact>("do_not_contact"),
    column<&Customer::annualValue>("annual_value"),
    column<&Customer::renewal>("renewal"),
    column<&Customer::paymentMethod>("payment_method"),
    column<&Customer::hurdles>("hurdles"),
    column<&Customer::calendar>("calendar"),
    column<&Customer::incomplete>("incomplete"),
    column<&Customer::batch>("batch"),
    column<&Customer::retractedBy>("retracted_by"),
    laterColumn<&Customer::billTo>("bill_to"),
    laterColumn<&Customer::billingOwner>("billing_owner"),
    laterColumn<&Customer::stopReminders>("stop_reminders"),
    laterColumn<&Customer::stopReason>("stop_reason"),
    laterColumn<&Customer::address>("address"),
};

constexpr Column<Contact> contactColumns[] = {
    column<&Contact::id>("id"),
    column<&Contact::customer>("customer"),
    column<&Contact::name>("name"),
    column<&Contact::role>("role"),
    column<&Contact::roleText>("role_text"),
    column<&Contact::email>("email"),
    column<&Contact::phone>("phone"),
    column<&Contact::zone>("zone"),
    column<&Contact::language>("language"),
    column<&Contact::preferredChannel>("preferred_channel"),
    column<&Contact::callFrom>("call_from"),
    column<&Contact::callTo>("call_to"),
    column<&Contact::billing>("billing"),
    column<&Contact::verifiedOn>("verified_on"),
    column<&Contact::verifiedBy>("verified_by"),
    column<&Contact::verifiedHow>("verified_how"),
    column<&Contact::defect>("defect"),
    column<&Contact::batch>("batch"),
    column<&Contact::retractedBy>("retracted_by"),
    laterColumn<&Contact::mobile>("mobile"),
    laterColumn<&Contact::address>("address"),
    laterColumn<&Contact::note>("note"),
    laterColumn<&Contact::mergedInto>("merged_into"),
};

constexpr Column<ContactEvent> contactEventColumns[] = {
    column<&ContactEvent::id>("id"),
    column<&ContactEvent::customer>("customer"),
    column<&ContactEvent::contact>("contact"),
    column<&ContactEvent::kind>("kind"),
    column<&ContactEvent::day>("day"),
    column<&ContactEvent::at>("at"),
    column<&ContactEvent::user>("user"),
    column<&ContactEvent::field>("field"),
    column<&ContactEvent::before>("before"),
    column<&ContactEvent::after>("after"),
    column<&ContactEvent::how>("how"),
    column<&ContactEvent::operation>("operation"),
    column<&ContactEvent::retractedBy>("retracted_by"),
};

constexpr Column<SearchTry> searchTryColumns[] = {
    column<&SearchTry::id>("id"),
    column<&SearchTry::customer>("customer"),
    column<&SearchTry::way>("way"),
    column<&SearchTry::day>("day"),
    column<&SearchTry::at>("at"),
    column<&SearchTry::user>("user"),
    column<&SearchTry::note>("note"),
    column<&SearchTry::found>("found"),
    column<&SearchTry::operation>("operation"),
    column<&SearchTry::retractedBy>("retracted_by"),
};

constexpr Column<Policy> policyColumns[] = {
    column<&Policy::id>("id"),
    column<&Policy::validFrom>("valid_from"),
    settings,
    column<&Policy::operation>("operation"),
    column<&Policy::retractedBy>("retracted_by"),
};

constexpr Column<Rate> rateColumns[] = {
    column<&Rate::id>("id"),     column<&Rate::currency>("currency"), column<&Rate::validFrom>("valid_from"),
    column<&Rate::rate>("rate"), column<&Rate::batch>("batch"),       column<&Rate::retractedBy>("retracted_by"),
};

constexpr Column<Target> targetColumns[] = {
    column<&Target::id>("id"),
    column<&Target::metric>("metric"),
    column<&Target::validFrom>("valid_from"),
    column<&Target::value>("value"),
    column<&Target::retractedBy>("retracted_by"),
};

constexpr Column<Holiday> holidayColumns[] = {
    column<&Holiday::id>("id"),       column<&Holiday::calendar>("calendar"),
    column<&Holiday::date>("date"),   column<&Holiday::name>("name"),
    column<&Holiday::batch>("batch"), column<&Holiday::retractedBy>("retracted_by"),
};

constexpr Column<User> userColumns[] = {
    column<&User::id>("id"),
    column<&User::name>("name"),
    column<&User::role>("role"),
    column<&User::retractedBy>("retracted_by"),
};

constexpr Column<MappingProfile> mappingProfileColumns[] = {
    column<&MappingProfile::id>("id"),
    column<&MappingProfile::name>("name"),
    column<&MappingProfile::signature>("signature"),
    column<&MappingProfile::json>("json"),
    column<&MappingProfile::retractedBy>("retracted_by"),
};

constexpr Column<ImportBatch> importBatchColumns[] = {
    column<&ImportBatch::id>("id"),
    column<&ImportBatch::at>("at"),
    column<&ImportBatch::user>("user"),
    column<&ImportBatch::files>("files"),
    column<&ImportBatch::operation>("operation"),
    column<&ImportBatch::retractedBy>("retracted_by"),
};

constexpr Column<SavedView> savedViewColumns[] = {
    column<&SavedView::id>("id"),
    column<&SavedView::user>("user"),
    column<&SavedView::page>("page"),
    column<&SavedView::name>("name"),
    column<&SavedView::filter>("filter"),
    column<&SavedView::columns>("columns"),
    column<&SavedView::sort>("sort"),
    column<&SavedView::position>("position"),
    column<&SavedView::operation>("operation"),
    column<&SavedView::retractedBy>("retracted_by"),
};

constexpr Column<Draft> draftColumns[] = {
    column<&Draft::id>("id"),
    column<&Draft::user>("user"),
    column<&Draft::key>("key"),
    column<&Draft::text>("text"),
    column<&Draft::at>("at"),
    column<&Draft::operation>("operation"),
    column<&Draft::retractedBy>("retracted_by"),
};

} // namespace

DUEDESK_COLUMNS(Company, "company", companyColumns)
DUEDESK_COLUMNS(Customer, "customer", customerColumns)
DUEDESK_COLUMNS(Contact, "contact", contactColumns)
DUEDESK_COLUMNS(ContactEvent, "contact_event", contactEventColumns)
DUEDESK_COLUMNS(SearchTry, "search_try", searchTryColumns)
DUEDESK_COLUMNS(Policy, "policy", policyColumns)
DUEDESK_COLUMNS(Rate, "rate", rateColumns)
DUEDESK_COLUMNS(Target, "target", targetColumns)
DUEDESK_COLUMNS(Holiday, "holiday", holidayColumns)
DUEDESK_COLUMNS(User, "user_account", userColumns)
DUEDESK_COLUMNS(MappingProfile, "mapping_profile", mappingProfileColumns)
DUEDESK_COLUMNS(ImportBatch, "import_batch", importBatchColumns)
DUEDESK_COLUMNS(SavedView, "saved_view", savedViewColumns)
DUEDESK_COLUMNS(Draft, "draft", draftColumns)

} // namespace duedesk
