// One e-mail address that is safe to put into a header and into SMTP: the same check wherever an address is typed,
// imported or sent to. A domain in other letters than a-z is kept, and shown, in its ACE form ("xn--…").
#pragma once
#include "core/base/error.h"

#include <QString>

namespace duedesk {

class EmailAddress {
public:
    // InputRejected naming `field` for: nothing, a character that cannot be seen, two addresses, a name beside the
    // address, a malformed or over-long one (64 before the @, 254 in all), and a domain made of look-alike letters.
    // Blanks around it are taken off.
    static Result<EmailAddress> parse(const QString& text, const QString& field);

    const QString& text() const { return m_text; } // ASCII, the domain in lower case
    QString local() const { return m_text.left(m_at); }
    QString domain() const { return m_text.mid(m_at + 1); }
    bool operator==(const EmailAddress&) const = default;

private:
    EmailAddress(QString text, qsizetype at) : m_text(std::move(text)), m_at(at) {}
    QString m_text;
    qsizetype m_at = 0;
};

} // namespace duedesk
