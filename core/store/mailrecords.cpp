// The columns of reminders: strategies, letters, the outbox and what is attached.
#include "core/store/recordcolumns.h"

namespace duedesk {
namespace {

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

} // namespace

DUEDESK_COLUMNS(Strategy, "strategy", strategyColumns)
DUEDESK_COLUMNS(LetterTemplate, "letter_template", letterTemplateColumns)
DUEDESK_COLUMNS(OutboxMessage, "outbox_message", outboxMessageColumns)
DUEDESK_COLUMNS(MailAccount, "mail_account", mailAccountColumns)
DUEDESK_COLUMNS(Attachment, "attachment", attachmentColumns)

} // namespace duedesk
