// The columns of the collector's work: talks, next actions, promises, plans, disputes and what hangs on an invoice.
#include "core/store/recordcolumns.h"

namespace duedesk {
namespace {

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

} // namespace

DUEDESK_COLUMNS(Activity, "activity", activityColumns)
DUEDESK_COLUMNS(NextAction, "next_action", nextActionColumns)
DUEDESK_COLUMNS(Promise, "promise", promiseColumns)
DUEDESK_COLUMNS(Dispute, "dispute", disputeColumns)
DUEDESK_COLUMNS(ConfirmBy, "confirm_by", confirmByColumns)
DUEDESK_COLUMNS(CustomerRequest, "customer_request", customerRequestColumns)
DUEDESK_COLUMNS(PayerStatus, "payer_status", payerStatusColumns)
DUEDESK_COLUMNS(InvoiceMark, "invoice_mark", invoiceMarkColumns)
DUEDESK_COLUMNS(Plan, "plan", planColumns)
DUEDESK_COLUMNS(ExceptionEntry, "exception_entry", exceptionEntryColumns)

} // namespace duedesk
