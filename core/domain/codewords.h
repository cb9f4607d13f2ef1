// The codes of records as words: what the window and a sentence say for a payer's state, a reason, a role. The xName() beside
// each record is the code, for files, filters and the command line, and stays as it is; these may be translated.
#pragma once
#include "core/base/words.h"
#include "core/domain/activity.h"
#include "core/domain/contactevent.h"
#include "core/domain/contactfields.h"
#include "core/domain/customer.h"
#include "core/domain/customerrequest.h"
#include "core/domain/exceptionentry.h"
#include "core/domain/invoicemark.h"
#include "core/domain/ledger.h"
#include "core/domain/nextaction.h"
#include "core/domain/outboxmessage.h"
#include "core/domain/payerstatus.h"
#include "core/domain/policy.h"
#include "core/domain/searchtry.h"

namespace duedesk {

Words wordsOf(ActivityKind k);
Words wordsOf(CallOutcome o); // empty for None
Words wordsOf(ContactDefect d); // empty for None
Words wordsOf(ContactEventKind k);
Words wordsOf(ContactField f);
Words wordsOf(ContactRole r);
Words wordsOf(CreditKind k);
Words wordsOf(CustomerStatus s);
Words wordsOf(DebitKind k);
Words wordsOf(ExceptionKind k);
Words wordsOf(LateReason r);
Words wordsOf(NextActionKind k);
Words wordsOf(OutboxState s);
Words wordsOf(PayerState s);
Words wordsOf(RequestKind k);
Words wordsOf(SearchWay w);

QString bucketTitle(int bucket, const std::array<int, 3>& edges); // bucketName(), which is the code, in words

// What stands beside a next step: "afternoon" of a try, "AP lead: Kim" of a rung, which are codes; else the note as it was
// written, on one line.
Words nextActionNote(const NextAction& n);
// Of a contact: its role, or what stands for one where it is none of ours.
Words roleOf(const Contact& c);
// The field that an event of a contact is about; one of another program by its own name.
Words contactEventField(const ContactEvent& e);
// `value` as it was before or after: the code of a role or of a defect as its words, everything else as it stands.
Words contactEventValue(const ContactEvent& e, const QString& value);

} // namespace duedesk
