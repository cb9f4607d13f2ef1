<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Lang</name>
    <message>
        <source>has no currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give each a day and an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agree on fewer, larger ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of instalment %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of instalment %1 lies in the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose today or a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of instalment %1 is not after the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order them by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of instalment %1 must be more than zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1 with an e-mail address: find a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk</name>
    <message>
        <source>statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as_of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash_known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash_unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none_open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed_hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::AccountForm</name>
    <message>
        <source>The account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter saves and opens the next account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hurdles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in the book any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::AccountPage</name>
    <message>
        <source>Previous account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we owe them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed and paid, 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F attaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalation from left to right · Enter copies the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open items of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet. F attaches one, or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from Today or from Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ticked, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lies further back than the timeline goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first account of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was the last account of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is not in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import that brought it was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, gross, by due date, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing paid yet that could tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is open on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · X or Space ticks; P promise, D dispute, 0 payer status, B why late for the ticked ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise is for items of one currency that are not promised yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe them first: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accounts could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in customers or invoices to see who owes what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 open · %3 past due · as of %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::AgingBar</name>
    <message>
        <source>Aging by due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 % of what is open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::AsOfPicker</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month end before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month end after, up to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month end after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the book as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::Banner</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::BoardPage</name>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::BookTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::CallDesk</name>
    <message>
        <source>Account panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at %1. Calls are logged for today only: Ctrl+Shift+D goes back to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are logged for today only. Ctrl+Shift+D goes back to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a confirmation of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a confirmation of theirs: E writes an e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ChartTile</name>
    <message>
        <source>How this is computed (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::CommandPalette</name>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::Composition</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book is being saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last changes are still on their way. Open the other book in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base currency, three letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use its three letters, like USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No book was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice book cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice book cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ContactDesk</name>
    <message>
        <source>About this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here. Look for a person (F), then add them (A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no billing contact. B makes this one it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to this address came back. Correct it (Enter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is wrong. Correct it (Enter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has left. Add who took over (A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the wrong person. Add the right one (A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was changed on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was changed on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is confirmed and only has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statement goes there before it is confirmed (C).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The billing contact is not in accounts payable. Correct the role (Enter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a shared inbox is known. Look for a person (F).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only person known on a large account. Add another (A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like %1, who is there already. Merge (M).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last verified on %1. V verifies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never verified. V verifies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone is not known. Enter it (Enter).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of ours answers for it. B names a colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where somebody looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter edit · V verified · B billing contact · C confirm address · M merge · D defect · A add · F find a person · O account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F find a person · A add one · O account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts are changed as of today only: Ctrl+Shift+D goes back to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here: A adds a person, F logs where you looked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is confirmed and only has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 needs no confirmation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the only contact of this payer: there is nobody to merge with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes into %2. What was logged with either stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ walk the fields, ← → choose whose value stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone, e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter saves and goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by phone, business card, their reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the place of whoever it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found somebody? Add them with A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: take the mark off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called %1 on %2</source>
        <comment>a person, a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changed address is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back on a number known before the change, or let a colleague confirm it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not hours of a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write them like 09:00ጒ:00</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ContactsPage</name>
    <message>
        <source>Choose a contact to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSO, month ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days · Shift+Enter looks at that month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of open · 12 month ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays late most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved most in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age by another segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age by another segment (Ctrl+B); , and . on the chart step through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, gross, by due date · Enter lists the items, T the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging could not be worked out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1 · %2-day window · base %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share past due · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past due · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moved in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be worked out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in invoices and payments to see aging, DSO and who pays late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DerivationPopup</name>
    <message>
        <source>How %1 is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the items  Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DialCard</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the call started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key 7 looks for another person, N keeps a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DisputeDesk</name>
    <message>
        <source>Dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid short on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a day, a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, how</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A takes it up as a dispute · Enter account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small residues are written off together, at the end of the month · Enter account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O reopen · E edit · Enter account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W take up · R resolve · E edit · Enter account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputes are changed as of today only: Ctrl+Shift+D goes back to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a short payment: A takes it up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a small residue, not a dispute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a short payment is taken up: it is a dispute already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter saves and goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 28 Nov, fri or +5bd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DisputesPage</name>
    <message>
        <source>Choose a dispute to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::DueView</name>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those with nothing due, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and what is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what is due…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is due could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the box below to see why, payer by payer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is no mail. D says it is done, S skips it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mail: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer, what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail is due on the rows ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 due, %2 · %3 asked for · as of %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::EnclosureBox</name>
    <message>
        <source>Statement of open items (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file of this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · kept with the account</source>
        <comment>a size</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ExceptionsPage</name>
    <message>
        <source>Choose an exception to see its payer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an extension that is open goes on; Shift+X grants a new exception.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::FieldForm</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a form, whom it is about</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::FileList</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::FilterField</name>
    <message>
        <source>Filter:  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrows the list, for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press / to filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::FormDesk</name>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::HeatMap</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 % of open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No months to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Shares of open money by age over %Ln months: %1 % current and %2 % over %3 at the end. Arrows read the cells, Shift+Enter looks at the book as of that month, T shows the table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>duedesk::ImportFlow</name>
    <message>
        <source>Nothing is staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reading is not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files are already in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in these files is new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ImportWizard</name>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimited text (*.csv *.txt *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading every row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken, %2 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is in the book. Ctrl+Z takes the whole import back; later, Undo on the list of imports does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book changed meanwhile; the files were read again. They say the same as before.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import stopped, nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 still needs: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how each column is to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 can be read in two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1: %2 is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book changed meanwhile; the files were read again. They say something else now: compare, and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the totals with the ones your ledger prints. Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimited text (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5  Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cells fit two readings. Yours is remembered for files with the same headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book changed meanwhile; the files are read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop ledger exports here, or press Enter to choose them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers, contacts, invoices, payments, promises, rates and holidays as delimited text, several at once. Encoding, delimiter, decimals and dates are found out; what can be read in two ways is asked. Nothing is written before you have seen the counts and totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headings not known yet: say what each column feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapped as the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · delimiter %3 · headings in line %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the files bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rejects as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import is running. Esc cancels it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes on, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop ledger exports on the window, or choose them here. Every import can be taken back as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows that %1 brought leave the book. The files can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ItemsPage</name>
    <message>
        <source>Open items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the open items…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open items could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open item matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 open · %3 past due · as of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in invoices and payments to see what is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::Jobs</name>
    <message>
        <source>Cancel the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::KeyButton</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::KpiBullet</name>
    <message>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Enter opens how it is computed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::LabelledForm</name>
    <message>
        <source>%1 %2</source>
        <comment>a field, what is wrong</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::Lang</name>
    <message>
        <source>%1 (“%2”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h late</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days late</source>
        <comment>1 day late</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>is not a customer of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 go to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 open items</source>
        <comment>1 open item</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 contacts</source>
        <comment>1 contact</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 live promises stay with %2, who made them.</source>
        <comment>1 live promise stays with %2, who made it.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no calls, reminders or holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on the call list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out of DSO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out of DSO, aging keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hurdles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billing contact&apos;s owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it like Europe/Berlin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a calendar of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import its holidays first: a file with date, calendar and name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is itself paid for by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose that one, or switch it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 pays for %1 other customers</source>
        <comment>%2 pays for 1 other customer</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>switch those first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed: %1 pays for %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The billing contact is %1; %2 is not one any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no billing contact now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pays for itself now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pays for %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoices of %1 go to somebody else themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose where those go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes the invoices of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices of %1 go to itself now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices of %1 go to %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2 itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group has one head; take that link away first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to no group now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a status says what is; set it on its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 since %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 since %3: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its row on the list is that of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why, for whoever looks at it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be contacted again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not contacted any more: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not contacted any more: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 open on these invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not open in %1 at this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick open invoices of one currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is ticked twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add up to %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces %1 due %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how the call ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the end of a call only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs somebody who said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it empty, or say what came of the talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how much they promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise %1 due %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log a promise for money still to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back %1 unless the money is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try today %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back %1 %2 there, %3 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: find a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what they contest, and which invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what they need: “copy of invoice 4711”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We owe them: %1, by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Status noted for %1 invoices. Follow-up %2.</source>
        <comment>Status noted for 1 invoice. Follow-up %2.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the payment of %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the payment you told us about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where our invoices stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They confirm by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logged for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a business day there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next one is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside their calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a time from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside calling hours in one of the %1 zones they may be in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set their time zone first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 in all of them from %2 %3 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say the day they asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write their time as 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies in the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than 90 days ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the clock of this computer right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a NUL character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 characters long; %2 are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a contact of this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of its contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not of this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick its own invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick open invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose today or a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a confirmation of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was met on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 confirmed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address of %1, free for statements before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is marked as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct it first, or choose another contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no e-mail address to send invoices to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the billing contact of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the billing contact of %2, in place of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 answers for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 needs no confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it only has to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify the contact instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not known before the address changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number was known then: let a second person confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call %1 on %2, or let a second person confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call-back on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call-back on %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed this address and cannot confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask a colleague, or call back on a number known before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 confirmed, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements may go there from %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the same contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose its double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only people of one payer can be merged; change the payer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 merged into %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for a person at %1: %2, found %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for a person at %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter the person&apos;s name, or what the inbox is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not end after they begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write them like 09:00–12:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No statement goes to %2 before it is confirmed and %1 hours have passed.</source>
        <comment>No statement goes to %2 before it is confirmed and 1 hour have passed.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>holds a character that cannot be seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type it anew, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a contact of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was merged into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was merged into another contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work on that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like %1, who is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how you know: by phone, business card, their reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is marked as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct it, or take the mark off first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no number and no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 verified today, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no e-mail address that could bounce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another defect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no mark now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no owner now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 assigned to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 customers have no owner now.</source>
        <comment>1 customer has no owner now.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 customers assigned to %2.</source>
        <comment>1 customer assigned to %2.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>one is not open at this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose open invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is disputed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the dispute that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 of %2 that are open and not disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a dispute of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute of %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the invoices they contest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is chosen twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 invoices left out until resolved, to be answered by %3.</source>
        <comment>%2 of 1 invoice left out until resolved, to be answered by %3.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dispute opened for %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no short payment any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a dispute for it instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deduction of %1 taken up (%2, guessed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say credit due, unfounded, withdrawn or paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 resolved: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note of %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We owe them a credit of %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a resolved one can be reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was reopened before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopen the latest of its case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has nothing open that is not disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing left to contest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reopened, to be answered by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not of this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of its invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why this is an exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say the new day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie between 0 and %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2 until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <comment>1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name that is no file name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename it and attach it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name of %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename it to something shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach the one with content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 MB; 10 MB are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach a smaller copy, or note where it lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not kept in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not of this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is attached to %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 attached to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not attached any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh with F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not in this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 invoices</source>
        <comment>1 invoice</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: reason for delay taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: late because of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing: no SMTP server is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask your provider for its name, or write .eml files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the name of a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as mail.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>587 for STARTTLS, 465 for TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain text is for a server on this computer alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose STARTTLS or TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a character that cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it in one plain line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not between 0 and 3600 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 suits most servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say where the .eml files go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail leaves through %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail is written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail is handed to your mail program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why they are not reminded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders to %1 stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders to %1 allowed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not paid by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reminders of %1 invoices stopped.</source>
        <comment>Reminders of 1 invoice stopped.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reminders of %1 invoices allowed again.</source>
        <comment>Reminders of 1 invoice allowed again.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>say a day or a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a time of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a time, or a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a later time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes back %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes back %2 %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step for %1 set: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say the day it is scheduled for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say since when it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick the invoices they spoke about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is named twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Payer status noted for %1 invoices of %2.</source>
        <comment>Payer status noted for 1 invoice of %2.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It replaces the plan of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a business day there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are not business days there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 in %1 instalments, the first %3</source>
        <comment>%2 in 1 instalment, the first %3</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>is not a plan of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for approval and holds nothing back until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan logged for %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a plan that waits can be approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made by yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask a colleague to approve it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By yourself: this book has no second user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of %1 approved: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a plan that runs or waits can be withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan of %1 withdrawn. Back on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write “3 monthly from 24 nov”, or “500 24 nov; 500 22 dec”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have no first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not understood at “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write today or an earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write %1 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write what is to be posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a %2 and settles nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a payment, a deposit or a credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came back on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose money that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody knows yet who paid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say first whose it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in %2, the money in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an invoice in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is owed by another account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an invoice of who paid, or of its group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an open one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is left of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take an allocation back first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 open of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 left of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the charge a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a charge of this customer already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a company of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it like EUR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies before the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an open invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 written off: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 written off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 written off; %3 stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies before the money came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose what the money is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name each invoice once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 allocated to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 allocated to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 allocated to %3; %4 left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not settled by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one that it settles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 taken back from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies before the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a later day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2 charged: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2 charged to %3, due %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan for %1 covers some of these invoices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say the day they will pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise logged for %1: %2 due %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a promise of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only an open promise can be withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise of %1 by %2 withdrawn. Back on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what the mail is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no Message-ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the mail again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than 25 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not paid by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is named twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reminder names what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a step without its run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to a strategy that is not in this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in this book in that version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 of %2 is not approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have its wording approved first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 10 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: now %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not pay for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write to %1, who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say to whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in the outbox already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two reminders go to one customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may have been taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 and cannot become %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 leaves %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 was not sent: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no mail is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick at least one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 mails leave in 10 s.</source>
        <comment>1 mail leaves in 10 s.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>is held until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being sent by another attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 is %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1, not unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived, says %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not arrive, says %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 counts as sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to %1 leaves again %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1, not failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits for us: %2, by %3, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a request of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was done on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for %1: %2. Follow-up %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too far from the due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a day from −30 to +365</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the smallest amount is not an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no template is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no approved template “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is to be done is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a call or task on the due date itself cannot be told from others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the day before or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the strategy a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a payer of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the customer that pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not between 1 and 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 is usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than 40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ladder has at least one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two steps on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no longer in this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the name of another strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy %1 saved for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy %1 retired; its customers follow the next one that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use small letters, digits and -, e.g. second-reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write two letters, e.g. en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template %1 (%2) saved as version %3. It is used once it is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is approved already, by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template %1 version %2 approved by who drafted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template %1 version %2 approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a step of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why the step is skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSO target: %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CEI target: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current target: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises kept target: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use dso, cei, pct_current or promises_kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the view a short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not a table&apos;s columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save one of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is that of another view: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name, or delete that one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View “%1” saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View “%1” shows this now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View “%1” is called “%2” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View “%1” deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused, escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AP clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AP lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finance head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reversal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insolvent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intercompany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finance charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for PO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remitter of their payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head of their purchase order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sister company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our sales owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assign %1 of other money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the threshold: a second person approves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: bank data ends %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged: no bank data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no payments are known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no payments of %1 are known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash is known only through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash of %1 is known only through %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to write off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credit due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sales in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 for %1 days, usually %3</source>
        <comment>%2 for 1 day, usually %3</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 for %1 days</source>
        <comment>%2 for 1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 rate: up to 10 % short is tolerated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no promise was judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A credit note of this amount is not applied: assign it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the invoice: looks like a discount taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 % of the invoice, as on %1 other invoices of this payer</source>
        <comment>%2 % of the invoice, as on 1 other invoice of this payer</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the invoice: a round share, looks like a price or rebate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small residue: for the month&apos;s write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>typically %1 days late</source>
        <comment>typically 1 day late</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>typically %1 days early</source>
        <comment>typically 1 day early</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>typically on the due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days early</source>
        <comment>1 day early</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>on the due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mondays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fridays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing paid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slower since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faster since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pays on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pays at month end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pays around the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call AP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail AP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call AP lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail AP lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call finance head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail finance head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next rung %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hour is calling time in all of its zones: set a time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %1, in all of its %2 zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 tries in 7 days, next try %2</source>
        <comment>1 try in 7 days, next try %2</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tries today, next try %2</source>
        <comment>1 try today, next try %2</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduled for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered by unapplied cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised and disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the smallest amount of the base currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling off until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check contact and PO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an AP lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a finance head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-back due since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-back due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 promises broken</source>
        <comment>1 promise broken</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not confirmed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wait for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says paid, not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says paid, bank data ends before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large item due within 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise partly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reached for 21 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailed twice, not called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off three times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We owe them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Big and late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside %1: it is %2 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside %1 in one of the %2 zones there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2 their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promise was due in the last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 promises kept, %3 % by money</source>
        <comment>%2 of 1 promise kept, %3 % by money</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 promises kept</source>
        <comment>%2 of 1 promise kept</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Collecting it takes less than 0.1 days off DSO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting it takes %1 days off DSO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: unpaid in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next rung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see whether the promise is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at it before %1, when it falls due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no attempts in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sales on record do not reach back far enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales have no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled items have no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was to be collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was settled by a payment in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted in the metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stood there then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 items in %2 have no rate and are left out</source>
        <comment>1 item in %2 has no rate and is left out</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write &gt;10k, &lt;5m or &gt;250.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no filter field &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the filter has more than %1 terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter by a field that they share, like owner or region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked for: open without disputed and promised parts, by currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the items named, by currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past due on the items named, by currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of items named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days past due of the oldest item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date of the oldest item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date of the latest item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day up to which payments are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promise that is open: amount and day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The items named, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{%1}} is not a placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of the list, e.g. {{customer_name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{%1}} is a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it on a line of its own in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a placeholder that is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as {{customer_name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a %1 (“%2”), but none of %3 is aligned or approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it out, or have it approved first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{%1}} has no value for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import the bank data first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it out, or choose another template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what the letter is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an IBAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it out: our bank details come from the company&apos;s own setting alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said to be paid on %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders of it are stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders of it are stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not reminded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an invoice is no longer in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unapplied money covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply the money first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import the bank data first, or state the day it reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this step has a mail already, %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one mail for each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reminder went on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next may go on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders are stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders are stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we owe them a document or an answer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they said on %1 that they paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came in today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paid by another customer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was paid in part since this mail was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no longer in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is sent until that changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it goes %1 for what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hours in which consumers are written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is paid for by another customer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write to who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reminder %1 %2; the next may go %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every step of the ladder is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days past due</source>
        <comment>1 day past due</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>due in %1 days</source>
        <comment>due in 1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing of it may be asked for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for the customer that pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is not an open item of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in, strategic or high risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>courtesy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second-reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finance-head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose and align a hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice of the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a customer that is gone alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>−%1 days</source>
        <comment>−1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%1 days</source>
        <comment>+1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 is not a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as: +3 e-mail reminder &gt; AP clerk, from 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 names no role after &gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AP clerk, AP lead, finance head, sponsor or shared inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 has no amount after from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write plain decimals, e.g. 500.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not to be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a contact of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of its own contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken out of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write to that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find who took over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the wrong person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached at %2: mail came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the address first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter one, or choose another contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of %1 was changed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of %1 was changed on %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and nobody has confirmed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back on a number known before, or let a second person confirm it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; no statement goes there before %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write then, or to another contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared inbox only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a person first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find the right one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>was tried %1 times in 7 days, %2 are allowed</source>
        <comment>was tried 1 time in 7 days, %2 are allowed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>was tried %1 times today, %2 are allowed</source>
        <comment>was tried 1 time today, %2 are allowed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again tomorrow for what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is past due is scheduled, the first for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is past due is promised or disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is past due is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is past due is promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is past due is covered by money not assigned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assign the payment first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its status says who deals with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-backs today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not assigned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not assigned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid %1, do not ask: %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part paid: %1, %2 left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited: %1, %2 less to ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounced: %1, %2 open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer in the book: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1, %2, due %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money of theirs that is not assigned yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payer status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 instalments: %2</source>
        <comment>1 instalment: %2</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>plan approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason for delay taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late because of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reminders resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>costs %1 days</source>
        <comment>costs 1 day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>sent or not, nobody knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed to the mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked for, nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSO effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · billing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past due behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due date worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged, in base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot go with the mail: %2, in the book %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mail “%1” and what is attached to it cannot be read from %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it again, or restore the book from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has left already and cannot be taken back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen only in invoices so far: details are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid short on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days by which it puts payment off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due date given: worked out from the item&apos;s terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due date given: worked out from the customer&apos;s terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due date given: worked out from the default terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle of when this payer would pay it, by its own record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 kept, %3 partly, %4 broken · %5 % of %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nobody named)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was judged in 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises on these invoices that were not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % unpaid in 30 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set · W: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan %1, %2 of %3 on %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension of %1 ran out %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension of %1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 items</source>
        <comment>1 item</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Late now for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unapplied cash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected by %1: %2, by %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified for %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 there · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, first choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thousand %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer success %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not attached any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a program or a link, and is not opened from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask its sender for a document instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no program of this computer shows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install one, or choose it in the settings of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts</source>
        <comment>1 account</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, before, after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entered: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found wrong: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark taken off: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billing contact, in place of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of past-due money has a verified billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 past due, as of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 contacts to fix, by past-due money</source>
        <comment>1 contact to fix, by past-due money</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in customers, contacts and invoices: what is missing is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payers with open invoices are listed under To fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every payer with open invoices has people we know and trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the contacts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contacts could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figure: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no target set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · best possible %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one day = %1 of cash · %2 days to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSO, simple, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days of sales stand unpaid. One day is %1 of cash (sales ÷ %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gross open ÷ sales of the last %1 days × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross open (without prepaid and intercompany)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best possible: current ÷ sales × days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average days delinquent: DSO − best possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countback, by calendar month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effectiveness (CEI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what could be collected in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection effectiveness, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the money that could be collected this month, the share that was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(open at start + sales − open at end) ÷ (open at start + sales − current at end) × 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at start, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 past due of %2 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of open money that is not yet due, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the due date itself an item is still current.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current ÷ gross open × 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% by money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 judged in 90 days to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises kept, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise is judged once its deadline, the promised day and 3 business days, has passed and cash is known through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money of promises kept ÷ money of promises judged × 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>countback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts escalated</source>
        <comment>1 account escalated</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wait for us</source>
        <comment>1 waits for us</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 avoided</source>
        <comment>1 avoided</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 over their limit</source>
        <comment>1 over its limit</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without a contact</source>
        <comment>1 without a contact</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 incomplete customers</source>
        <comment>1 incomplete customer</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of past-due money is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>resolved in %1 days (median of 90 days)</source>
        <comment>resolved in 1 day (median of 90 days)</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a reason, how many, money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 disputes</source>
        <comment>1 dispute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short payments %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No short payment waits either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the resolved ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 in a call opens a dispute; short payments turn up here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the disputes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disputes could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No extension runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 extensions run</source>
        <comment>1 extension runs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ran out unpaid, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None granted in 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 exceptions</source>
        <comment>1 exception</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 days put off, 90 days</source>
        <comment>1 day put off, 90 days</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Granted in the 90 days up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+X on an account grants an extension, a waiver or an override; a reminder step that is skipped comes here too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exception is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exception matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run out, not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 batches</source>
        <comment>1 batch</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are rejected: mend the file, or take the good rows</source>
        <comment>1 row is rejected: mend the file, or take the good rows</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It failed without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 new rows</source>
        <comment>1 new row</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the good rows and leave out %1 rejected rows</source>
        <comment>Take the good rows and leave out 1 rejected row</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <comment>1 row</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises judged in the 90 days up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise is judged once bank data reach its deadline, three business days after its day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the promises…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promises could not be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % kept by count, %2 % by money, 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 plans</source>
        <comment>1 plan</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept, %2 partly, %3 broken of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promise asks for anything today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what lies ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in a call logs a promise, P one without a call, L a payment plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promise matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the days of grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <comment>1 step</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 mails</source>
        <comment>1 mail</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attempts</source>
        <comment>1 attempt</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 need you</source>
        <comment>1 needs you</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a step, customers, money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <comment>1 customer</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To collect %1 × risk %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside their calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their calling hours end within the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside their calling hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their time zone is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts worked today.</source>
        <comment>1 account worked today.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>that of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better not now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better not now: %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E extension, W waiver, S skipped step, O override</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Empty: %1 days, from its due day</source>
        <comment>Empty: 1 day, from its due day</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>take the reason off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise, without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute, without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer status, without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 days net</source>
        <comment>1 day net</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× %1</source>
        <comment>a factor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk: unpaid in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age of the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises broken in 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one promise broken in 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over its credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight, which orders the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person: remittances, purchase orders, the switchboard, our sales owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 there</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One of %1 time zones</source>
        <comment>One of 1 time zone</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reachable until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, reachable in all for %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, calling hours %2–%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, calling hours %2–%3 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They confirm by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>they confirm by a day, what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>a status, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>names %1 customers</source>
        <comment>names 1 customer</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to %1 items</source>
        <comment>to 1 item</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the free space and the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the mail password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the mail server again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the mails about to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a customer, person, invoice, payment, phone, amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One level back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at another day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-letter keys on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or unselect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer, busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail sent elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They confirmed what they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write about what they did not confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: promises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: short payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: promises broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: call-backs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning: not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the morning summary away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands at the payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant an exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the next step as proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they waited for is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays for whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocate money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take money back from an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: talks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: promises and disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: notes and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the changed address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with its double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log where somebody looked for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fix, or everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody, or to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the promise or plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up the short payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age by another segment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age by the next segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age by the previous segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what is ticked, or save what is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file to the mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this mail back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PO %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the export was stopped; nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Comma-separated values (*.csv);;PDF (*.pdf);;Web page (*.html);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 rows written to %2</source>
        <comment>1 row written to %2</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %1 changes, then the window closes. Close it again to leave without.</source>
        <comment>Saving 1 change, then the window closes. Close it again to leave without.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changes are not saved yet, and what is being typed.</source>
        <comment>1 change is not saved yet, and what is being typed.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Duedesk books (*.duedesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder %1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there free space?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no screen was shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::LateReasonList</name>
    <message>
        <source>Why late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or arrows, Tab to the note, Enter takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons are set for today only. Ctrl+Shift+D goes back to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is past due: a reason is given for what is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>116 d</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 late</source>
        <comment>3, 116 d</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ListPage</name>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount, what it is: open</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ListViews</name>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MailAccountView</name>
    <message>
        <source>Save mail account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send through a mail server (SMTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write .eml files into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over to the mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (this computer alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How mail leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers go to (empty = the sender)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name (empty = the server asks for none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause between two mails to one domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MailCountdown</name>
    <message>
        <source>The mail leaves in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mails leave in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MailDelivery</name>
    <message>
        <source>Mail password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of the mail account. It is never kept in the book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be kept in the keychain of this desktop. Otherwise it holds until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MailPanel</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text; the line {{invoice_table}} becomes the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they did not confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not now)</source>
        <comment>a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here has an e-mail address: find a person first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address verified %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a person first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MainWindow</name>
    <message>
        <source>Duedesk – %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping what still runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-letter keys are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-letter keys are off. Typing in a list now jumps to a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, for example %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no day: write %2 or %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer, person, phone, e-mail, invoice, PO, payment or amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list is being written. Ctrl+J shows how far it is, and stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already: choose it, or another name that ends in .xlsx, .csv, .pdf, .html or .json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being typed is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book takes nothing at the moment. Lost by closing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MergeDiff</name>
    <message>
        <source>Values of both entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, other value: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, the same in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MorningPage</name>
    <message>
        <source>Morning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what happened…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It appears in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no rate for %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid, kept, broken or sent back, and nobody waits for a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other parts have lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::MorningStrip</name>
    <message>
        <source>Morning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::NewsBanner</name>
    <message>
        <source>Changed while it was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer, what changed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::OutboxView</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held to %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again in %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not arrive, send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why mails wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject of the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you send from here or from an account stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails wait: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line broke while it was being sent. It is not sent again by itself: ask them, then say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the way · %2 sent · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::OutcomeForm</name>
    <message>
        <source>Days by which payment is put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days by which payment is put off; empty: none, or from the due day of the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the whole account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number, or empty for the whole account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New day for %1, was %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until (extension)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: 28 nov, fri, +10bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write e, w, s or o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no open invoice of this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write one number, or none for the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 28 nov, fri or +10bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 10, or leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 1250.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 21 Nov, fri or +5bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the ticked items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick more, or none for the oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write fri or +2bd, or leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 12 Nov 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write fri 10:00, +3bd or 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write what there is to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter saves and goes to the next account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, in their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong person: N for the number, P for the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number: N for the number, P for the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next person or role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: fri 10:00, +3bd, tomorrow, 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 there · %2 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its parts show here once the amount is one: 1250.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: 3 monthly from 24 nov, or 500 24 nov; 500 22 dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers with commas between them, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They confirm by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they contest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: all that is open of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for invoices of one currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it empty for all that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 1250.00, or leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the %1 open on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy of invoice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We send it by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write tomorrow, fri or +2bd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R received, W waits for PO, A in approval [with whom], S scheduled [day], P paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a status, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>a status, a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>a status, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far %1</source>
        <comment>in approval for 9 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · due %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past due: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write r, w, a ben, s 28 nov or p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write scheduled 28 nov</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::PayerGroupPanel</name>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill-to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing contact&apos;s owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or id; empty = itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open items and contacts go along; promises stay with who made them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where invoices go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which group it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insolvent, legal, agency and factored: no calls, reminders or holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody contacts them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they may be contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a customer of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its name or its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the id, for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it like 14 Nov 2025</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::PayerPanel</name>
    <message>
        <source>About this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write about it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::PeopleBar</name>
    <message>
        <source>People, escalation from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known here. Find a person: remittances, purchase orders, the switchboard, our sales owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number, no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::PostingForm</name>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 1250.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 14 Nov 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is not in the book any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick what the money is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money in %1 is left that is not allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocate money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as much as is left and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money is allocated to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take money back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is not in the book any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::PromisesPage</name>
    <message>
        <source>Choose a promise to see its payer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise needs no approval: only plans above the threshold do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::Rail</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::RailButton</name>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::RemindersPage</name>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it skipped? It goes into the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach to the mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::RowsTile</name>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>List of %Ln: %1. Arrows choose a row, Enter opens it, T shows the table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>duedesk::SayBlock</name>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y unfolds objections and a second ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice book: nothing here reaches anybody. Say it aloud, then log what you would have heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it comes to nothing, ask for less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K finds every action by its words. Esc closes this sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, more</source>
        <comment>a group of keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::StackedAgingBars</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not to scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging by %1, %2, as of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 %4, %5 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open items as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked bars: %1 %2 open as of %3 by %4, %5 past due. The largest is %6 with %7. Arrows read the marks, Enter lists the items, T shows the table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::StartDialog</name>
    <message>
        <source>A book is one file on this computer. It holds your ledger, what was said, and what is next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practise with a sample book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>120 invented customers with every situation, up to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A *.duedesk file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty; then drop a ledger export on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::StatusBar</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at another day (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-user file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-user file: roles guide, they do not protect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash known through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cash known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ledger import %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::StrategyView</name>
    <message>
        <source>comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be due today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not today:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One customer alone (its number; empty = a segment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any risk class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment: tier, region, risk class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least days between two reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, one a line: +3 e-mail reminder &gt; AP clerk, from 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier strategic or high risk, where none fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where no other fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a strategy of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a customer of this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would do today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TableDress</name>
    <message>
        <source>Ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TemplateView</name>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, approved by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, a draft: not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, two letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a placeholder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has open items yet, so there is nothing to show it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As %1 would read it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TodayPage</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an account to see why it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call list could not be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking the accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list appears in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a ledger export here, or press Ctrl+I to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has money past due that can be asked for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lane is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at %1. Calling hours are ignored and nothing can be logged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TrendLines</name>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, target %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No months to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Lines over %Ln months, in %1: %2. Arrows read the months, T shows the table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>duedesk::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back, key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::ViewBar</name>
    <message>
        <source>for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the list shows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
