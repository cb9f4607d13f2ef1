<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Lang</name>
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
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
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
        <source>Open</source>
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
        <source>Next lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is here</source>
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
        <source>Promise to pay</source>
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
        <source>No answer, busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number or person</source>
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
        <source>Promise without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment plan</source>
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
        <source>Note</source>
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
        <source>Promise</source>
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
        <source>Renew the extension</source>
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
        <source>Paid</source>
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
        <source>Customer</source>
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
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging</source>
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
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
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
        <source>Past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
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
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
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
        <source>Cur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rate</source>
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
        <source>The middle of when this payer would pay it, by its own record</source>
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
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised</source>
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
        <source> for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by %1</source>
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
        <source>the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished"></translation>
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
        <source>Credit limit</source>
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
        <source>%1 d</source>
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
        <source>billing contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not verified</source>
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
        <source>paid</source>
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
        <source>%1 days net</source>
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
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · best possible %1</source>
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
        <source>Promises kept</source>
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
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
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
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avoided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 past due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over their limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
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
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
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
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts</source>
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
        <source> by %1</source>
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
        <source>, billing contact</source>
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
        <source>No mail is due on the rows ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 due, %2 · %3 asked for · as of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mails</source>
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
        <source> · kept with the account</source>
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
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
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
    <name>duedesk::Lang</name>
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
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To collect %1 × risk %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aging</source>
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
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
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
        <source>Promises broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
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
        <source>We owe them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
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
        <source>selection %1 rows, %2</source>
        <comment>selection 1 row, %2</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts</source>
        <comment>1 account</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts worked today.</source>
        <comment>1 account worked today.</comment>
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
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open</source>
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
        <source>for %1</source>
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
    <name>duedesk::ListPage</name>
    <message>
        <source>Clear the filter</source>
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
        <source> (not now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here has an e-mail address: find a person first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address verified %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address not verified</source>
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
        <source>attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts</source>
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
    <message>
        <source>needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need you</source>
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
        <source>is not in the book any more</source>
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
        <source>none is chosen</source>
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
        <source>no money in %1 is left that is not allocated</source>
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
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
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
        <source>no money is allocated to %1</source>
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
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers</source>
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
        <source>What it would do today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duedesk::TableDress</name>
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
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, approved by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, a draft: not used yet</source>
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
        <source>The call list could not be worked out</source>
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
    <message>
        <source>Choose an account to see why it is here.</source>
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
