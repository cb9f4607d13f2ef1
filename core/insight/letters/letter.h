// From wording to letter: {{placeholders}} of an allowed list are filled from a statement, and one source gives the plain
// text and the HTML. Everything that comes out of the book is escaped; nothing is ever loaded from outside.
#pragma once
#include "core/insight/letters/letterwords.h"
#include "core/insight/letters/statement.h"

namespace duedesk {

struct Placeholder {
    QString name; // "customer_name", written {{customer_name}}
    Words meaning; // for the editor's list
    bool block; // stands on a line of its own: a table
};
const std::vector<Placeholder>& placeholders();

// InputRejected, field "subject" or "text": an unknown placeholder (named), an unclosed one, a table within a sentence or
// in the subject, bank details (an IBAN), a hidden character.
Outcome checkWording(const QString& subject, const QString& body);
// True where the text holds an account number in IBAN form with right check digits, blanks and dashes in it or not.
bool holdsIban(const QString& text);

// What a letter is made of beside its wording.
struct LetterParts {
    AccountStatement statement;
    QString collector; // who writes
    QString promise; // "1,000.00 EUR on 12 May 2025"; "" = none is open
};
LetterParts letterParts(const Book& book, AccountStatement statement, const QString& collector,
                        const QString& language);

struct Letter {
    QString subject, text, html;
};
// As checkWording; Refused where the wording names a hold, a legal step or interest and no such record of this customer is
// aligned or approved; InputRejected (field "text") for a placeholder without a value here, e.g. {{promise}}.
Result<Letter> renderLetter(const LetterTemplate& wording, const LetterParts& parts);
// The wording with every placeholder filled but the tables: what a person goes on editing. Same errors.
Result<LetterTemplate> filledWording(const LetterTemplate& wording, const LetterParts& parts);

// The approved wording of a name in a language: the book's newest, else the built-in one, else the same in English.
// Null when there is no approved wording of that name. Valid as long as the book.
const LetterTemplate* wordingFor(const Book& book, const QString& name, const QString& language);
QStringList wordingNames(const Book& book); // built in and of the book, approved or not
// Of the contact, else of the payer, else English.
QString letterLanguage(const Book& book, const Contact* contact, std::uint32_t payer);

// Nobody reads more rows than these: a document that lists fewer items than there are says so, and its totals count all.
inline constexpr std::size_t statementRows = 2000;
// The items as an aligned table of text, and as an HTML table whose heading repeats on every page.
QString itemsText(const AccountStatement& s, const LetterWords& words);
QString itemsHtml(const AccountStatement& s, const LetterWords& words);
// The whole statement as one HTML document: letterhead, addressee, as-of line, items, totals, cash known through.
QString statementHtml(const AccountStatement& s, const LetterWords& words);

} // namespace duedesk
