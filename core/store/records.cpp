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

// A column that came with a later migration.
template <auto member> constexpr auto laterColumn(const char* name)
{
    auto c = column<member>(name);
    c.later = true;
    return c;
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
    laterColumn<&Activity::dispute>("dispute"),
    laterColumn<&Activity::request>("request"),
    laterColumn<&Activity::plan>("plan"),
    laterColumn<&Activity::strategy>("strategy"),
    laterColumn<&Activity::stepDay>("step_day"),
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
    laterColumn<&Dispute::kind>("kind"),
    laterColumn<&Dispute::rootCause>("root_cause"),
    laterColumn<&Dispute::department>("department"),
    laterColumn<&Dispute::responsible>("responsible"),
    laterColumn<&Dispute::owner>("owner"),
    laterColumn<&Dispute::targetDate>("target_date"),
    laterColumn<&Dispute::inWorkOn>("in_work_on"),
    laterColumn<&Dispute::resolution>("resolution"),
    laterColumn<&Dispute::resolvedBy>("resolved_by"),
    laterColumn<&Dispute::resolutionNote>("resolution_note"),
    laterColumn<&Dispute::caseOf>("case_of"),
    laterColumn<&Dispute::reopens>("reopens"),
    laterColumn<&Dispute::guessed>("guessed"),
    laterColumn<&Dispute::contact>("contact"),
    laterColumn<&Dispute::openedBy>("opened_by"),
    laterColumn<&Dispute::note>("note"),
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

constexpr Column<ConfirmBy> confirmByColumns[] = {
    column<&ConfirmBy::id>("id"),
    column<&ConfirmBy::customer>("customer"),
    column<&ConfirmBy::contact>("contact"),
    column<&ConfirmBy::activity>("activity"),
    column<&ConfirmBy::madeOn>("made_on"),
    column<&ConfirmBy::due>("due"),
    column<&ConfirmBy::what>("what"),
    column<&ConfirmBy::nextRung>("next_rung"),
    column<&ConfirmBy::metOn>("met_on"),
    column<&ConfirmBy::operation>("operation"),
    column<&ConfirmBy::retractedBy>("retracted_by"),
};

constexpr Column<CustomerRequest> customerRequestColumns[] = {
    column<&CustomerRequest::id>("id"),
    column<&CustomerRequest::customer>("customer"),
    column<&CustomerRequest::contact>("contact"),
    column<&CustomerRequest::debit>("debit"),
    column<&CustomerRequest::kind>("kind"),
    column<&CustomerRequest::what>("what"),
    column<&CustomerRequest::openedOn>("opened_on"),
    column<&CustomerRequest::dueOn>("due_on"),
    column<&CustomerRequest::owner>("owner"),
    column<&CustomerRequest::doneOn>("done_on"),
    column<&CustomerRequest::doneNote>("done_note"),
    column<&CustomerRequest::operation>("operation"),
    column<&CustomerRequest::retractedBy>("retracted_by"),
};

constexpr Column<PayerStatus> payerStatusColumns[] = {
    column<&PayerStatus::id>("id"),
    column<&PayerStatus::customer>("customer"),
    column<&PayerStatus::debit>("debit"),
    column<&PayerStatus::state>("state"),
    column<&PayerStatus::day>("day"),
    column<&PayerStatus::at>("at"),
    column<&PayerStatus::with>("with_whom"),
    column<&PayerStatus::since>("since"),
    column<&PayerStatus::scheduledFor>("scheduled_for"),
    column<&PayerStatus::reference>("reference"),
    column<&PayerStatus::contact>("contact"),
    column<&PayerStatus::activity>("activity"),
    column<&PayerStatus::user>("user"),
    column<&PayerStatus::note>("note"),
    column<&PayerStatus::batch>("batch"),
    column<&PayerStatus::operation>("operation"),
    column<&PayerStatus::retractedBy>("retracted_by"),
};

constexpr Column<InvoiceMark> invoiceMarkColumns[] = {
    column<&InvoiceMark::id>("id"),
    column<&InvoiceMark::customer>("customer"),
    column<&InvoiceMark::debit>("debit"),
    column<&InvoiceMark::kind>("kind"),
    column<&InvoiceMark::late>("late"),
    column<&InvoiceMark::stopped>("stopped"),
    column<&InvoiceMark::day>("day"),
    column<&InvoiceMark::user>("user"),
    column<&InvoiceMark::note>("note"),
    column<&InvoiceMark::operation>("operation"),
    column<&InvoiceMark::retractedBy>("retracted_by"),
};

constexpr Column<Plan> planColumns[] = {
    column<&Plan::id>("id"),
    column<&Plan::customer>("customer"),
    column<&Plan::currency>("currency"),
    column<&Plan::instalments>("instalments"),
    column<&Plan::lines>("lines"),
    column<&Plan::madeOn>("made_on"),
    column<&Plan::enteredOn>("entered_on"),
    column<&Plan::contact>("contact"),
    column<&Plan::method>("method"),
    column<&Plan::takenBy>("taken_by"),
    column<&Plan::note>("note"),
    column<&Plan::needsApproval>("needs_approval"),
    column<&Plan::approvedBy>("approved_by"),
    column<&Plan::approvedOn>("approved_on"),
    column<&Plan::withdrawnOn>("withdrawn_on"),
    column<&Plan::replacedBy>("replaced_by"),
    column<&Plan::replacedOn>("replaced_on"),
    column<&Plan::operation>("operation"),
    column<&Plan::retractedBy>("retracted_by"),
};

constexpr Column<ExceptionEntry> exceptionEntryColumns[] = {
    column<&ExceptionEntry::id>("id"),
    column<&ExceptionEntry::customer>("customer"),
    column<&ExceptionEntry::debit>("debit"),
    column<&ExceptionEntry::kind>("kind"),
    column<&ExceptionEntry::day>("day"),
    column<&ExceptionEntry::user>("user"),
    column<&ExceptionEntry::reason>("reason"),
    column<&ExceptionEntry::costDays>("cost_days"),
    column<&ExceptionEntry::until>("until"),
    column<&ExceptionEntry::operation>("operation"),
    column<&ExceptionEntry::retractedBy>("retracted_by"),
};

constexpr Column<Strategy> strategyColumns[] = {
    column<&Strategy::id>("id"),
    column<&Strategy::name>("name"),
    column<&Strategy::customer>("customer"),
    column<&Strategy::tier>("tier"),
    column<&Strategy::region>("region"),
    column<&Strategy::riskClass>("risk_class"),
    column<&Strategy::steps>("steps"),
    column<&Strategy::intervalDays>("interval_days"),
    column<&Strategy::active>("active"),
    column<&Strategy::operation>("operation"),
    column<&Strategy::retractedBy>("retracted_by"),
};

constexpr Column<LetterTemplate> letterTemplateColumns[] = {
    column<&LetterTemplate::id>("id"),
    column<&LetterTemplate::name>("name"),
    column<&LetterTemplate::language>("language"),
    column<&LetterTemplate::subject>("subject"),
    column<&LetterTemplate::body>("body"),
    column<&LetterTemplate::version>("version"),
    column<&LetterTemplate::draftedBy>("drafted_by"),
    column<&LetterTemplate::approvedBy>("approved_by"),
    column<&LetterTemplate::approvedOn>("approved_on"),
    column<&LetterTemplate::operation>("operation"),
    column<&LetterTemplate::retractedBy>("retracted_by"),
};

constexpr Column<OutboxMessage> outboxMessageColumns[] = {
    column<&OutboxMessage::id>("id"),
    column<&OutboxMessage::customer>("customer"),
    column<&OutboxMessage::contact>("contact"),
    column<&OutboxMessage::debits>("debits"),
    column<&OutboxMessage::strategy>("strategy"),
    column<&OutboxMessage::stepDay>("step_day"),
    column<&OutboxMessage::cycle>("cycle"),
    column<&OutboxMessage::letter>("letter"),
    column<&OutboxMessage::letterVersion>("letter_version"),
    column<&OutboxMessage::toAddress>("to_address"),
    column<&OutboxMessage::subject>("subject"),
    column<&OutboxMessage::messageId>("message_id"),
    column<&OutboxMessage::bodySha256>("body_sha256"),
    column<&OutboxMessage::size>("size"),
    column<&OutboxMessage::state>("state"),
    column<&OutboxMessage::day>("day"),
    column<&OutboxMessage::createdAt>("created_at"),
    column<&OutboxMessage::releaseAt>("release_at"),
    column<&OutboxMessage::attempt>("attempt"),
    column<&OutboxMessage::attempts>("attempts"),
    column<&OutboxMessage::startedAt>("started_at"),
    column<&OutboxMessage::endedAt>("ended_at"),
    column<&OutboxMessage::error>("error"),
    column<&OutboxMessage::user>("user"),
    column<&OutboxMessage::operation>("operation"),
    column<&OutboxMessage::retractedBy>("retracted_by"),
};

constexpr Column<MailAccount> mailAccountColumns[] = {
    column<&MailAccount::id>("id"),
    column<&MailAccount::mode>("mode"),
    column<&MailAccount::host>("host"),
    column<&MailAccount::port>("port"),
    column<&MailAccount::security>("security"),
    column<&MailAccount::userName>("user_name"),
    column<&MailAccount::fromName>("from_name"),
    column<&MailAccount::fromAddress>("from_address"),
    column<&MailAccount::replyTo>("reply_to"),
    column<&MailAccount::folder>("folder"),
    column<&MailAccount::secondsBetween>("seconds_between"),
    column<&MailAccount::operation>("operation"),
    column<&MailAccount::retractedBy>("retracted_by"),
};

constexpr Column<Attachment> attachmentColumns[] = {
    column<&Attachment::id>("id"),
    column<&Attachment::customer>("customer"),
    column<&Attachment::dispute>("dispute"),
    column<&Attachment::activity>("activity"),
    column<&Attachment::request>("request"),
    column<&Attachment::debit>("debit"),
    column<&Attachment::name>("name"),
    column<&Attachment::mimeType>("mime_type"),
    column<&Attachment::size>("size"),
    column<&Attachment::sha256>("sha256"),
    column<&Attachment::day>("day"),
    column<&Attachment::user>("user"),
    column<&Attachment::operation>("operation"),
    column<&Attachment::retractedBy>("retracted_by"),
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
DUEDESK_RECORD(ContactEvent, "contact_event", contactEventColumns)
DUEDESK_RECORD(SearchTry, "search_try", searchTryColumns)
DUEDESK_RECORD(ConfirmBy, "confirm_by", confirmByColumns)
DUEDESK_RECORD(CustomerRequest, "customer_request", customerRequestColumns)
DUEDESK_RECORD(PayerStatus, "payer_status", payerStatusColumns)
DUEDESK_RECORD(InvoiceMark, "invoice_mark", invoiceMarkColumns)
DUEDESK_RECORD(Plan, "plan", planColumns)
DUEDESK_RECORD(ExceptionEntry, "exception_entry", exceptionEntryColumns)
DUEDESK_RECORD(Strategy, "strategy", strategyColumns)
DUEDESK_RECORD(LetterTemplate, "letter_template", letterTemplateColumns)
DUEDESK_RECORD(OutboxMessage, "outbox_message", outboxMessageColumns)
DUEDESK_RECORD(MailAccount, "mail_account", mailAccountColumns)
DUEDESK_RECORD(Attachment, "attachment", attachmentColumns)
DUEDESK_RECORD(SavedView, "saved_view", savedViewColumns)
DUEDESK_RECORD(Draft, "draft", draftColumns)
#undef DUEDESK_RECORD

} // namespace duedesk
