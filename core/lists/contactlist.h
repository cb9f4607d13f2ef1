// Whom we know at the payers and what is wrong with it, as a list: lines of the contact health of a day.
#pragma once
#include "core/insight/people/contacthealth.h"
#include "core/lists/listspec.h"

namespace duedesk {

// Ids: payer, person, role, email, phone, mobile, timezone, verified, defect, past_due. Of a payer without anybody there
// is no person.
const ListSpec<ContactLine>& contactList();
const Contact* contactOf(const Book& book, const ContactLine& line); // null = the payer has nobody
// The role in the words of the file it came from, where there were any; "" when it is not known.
QString roleAsGiven(const Contact& c);

} // namespace duedesk
