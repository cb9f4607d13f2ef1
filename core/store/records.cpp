#include "core/store/records.h"

#include "core/base/text.h"

namespace duedesk {
namespace {

template <class M> struct OwnerOf;
template <class T, class V> struct OwnerOf<V T::*> {
    using type = T;
};

template <auto member> constexpr auto column(const char* name)
{
    using T = typename OwnerOf<decltype(member)>::type;
    return Column<T>{name, [](const T& row) { return encode(row.*member); },
                     [](T& row, const Value& v) { return decode(v, row.*member); }};
}

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
};

constexpr Column<Activity> activityColumns[] = {
    column<&Activity::id>("id"),
    column<&Activity::customer>("customer"),
    column<&Activity::contact>("contact"),
    column<&Activity::kind>("kind"),
    column<&Activity::outcome>("outcome"),
    column<&Activity::at>("at"),
    column<&Activity::day>("day"),
    column<&Activity::user>("user"),
    column<&Activity::note>("note"),
    column<&Activity::reference>("reference"),
    column<&Activity::claimed>("claimed"),
    column<&Activity::promise>("promise"),
    column<&Activity::operation>("operation"),
    column<&Activity::retractedBy>("retracted_by"),
};

constexpr Column<NextAction> nextActionColumns[] = {
    column<&NextAction::id>("id"),
    column<&NextAction::customer>("customer"),
    column<&NextAction::kind>("kind"),
    column<&NextAction::madeOn>("made_on"),
    column<&NextAction::due>("due"),
    column<&NextAction::at>("at"),
    column<&NextAction::note>("note"),
    column<&NextAction::user>("user"),
    column<&NextAction::operation>("operation"),
    column<&NextAction::retractedBy>("retracted_by"),
};

constexpr Column<Promise> promiseColumns[] = {
    column<&Promise::id>("id"),
    column<&Promise::customer>("customer"),
    column<&Promise::currency>("currency"),
    column<&Promise::amount>("amount"),
    column<&Promise::lines>("lines"),
    column<&Promise::madeOn>("made_on"),
    column<&Promise::promisedFor>("promised_for"),
    column<&Promise::enteredOn>("entered_on"),
    column<&Promise::imported>("imported"),
    column<&Promise::method>("method"),
    column<&Promise::contact>("contact"),
    column<&Promise::takenBy>("taken_by"),
    column<&Promise::note>("note"),
    column<&Promise::withdrawnOn>("withdrawn_on"),
    column<&Promise::replacedBy>("replaced_by"),
    column<&Promise::replacedOn>("replaced_on"),
    column<&Promise::batch>("batch"),
    column<&Promise::operation>("operation"),
    column<&Promise::retractedBy>("retracted_by"),
};

constexpr Column<Dispute> disputeColumns[] = {
    column<&Dispute::id>("id"),
    column<&Dispute::customer>("customer"),
    column<&Dispute::debit>("debit"),
    column<&Dispute::amount>("amount"),
    column<&Dispute::reason>("reason"),
    column<&Dispute::openedOn>("opened_on"),
    column<&Dispute::resolvedOn>("resolved_on"),
    column<&Dispute::batch>("batch"),
    column<&Dispute::operation>("operation"),
    column<&Dispute::retractedBy>("retracted_by"),
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

} // namespace

#define DUEDESK_RECORD(Type, name, list)                                                                               \
    const char* const Record<Type>::table = name;                                                                      \
    std::span<const Column<Type>> Record<Type>::columns() { return list; }
DUEDESK_RECORD(Company, "company", companyColumns)
DUEDESK_RECORD(Customer, "customer", customerColumns)
DUEDESK_RECORD(Contact, "contact", contactColumns)
DUEDESK_RECORD(Activity, "activity", activityColumns)
DUEDESK_RECORD(NextAction, "next_action", nextActionColumns)
DUEDESK_RECORD(Promise, "promise", promiseColumns)
DUEDESK_RECORD(Dispute, "dispute", disputeColumns)
DUEDESK_RECORD(Policy, "policy", policyColumns)
DUEDESK_RECORD(Rate, "rate", rateColumns)
DUEDESK_RECORD(Target, "target", targetColumns)
DUEDESK_RECORD(Holiday, "holiday", holidayColumns)
DUEDESK_RECORD(User, "user_account", userColumns)
DUEDESK_RECORD(MappingProfile, "mapping_profile", mappingProfileColumns)
DUEDESK_RECORD(ImportBatch, "import_batch", importBatchColumns)
#undef DUEDESK_RECORD

} // namespace duedesk
