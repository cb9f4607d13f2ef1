// The encodings of mail: bodies as quoted-printable or base64, header lines folded, encoded words and parameters.
// Everything here takes checked text and cannot fail.
#pragma once
#include <QByteArray>
#include <QString>

namespace duedesk::mime {

inline constexpr int maxLine = 76; // without CRLF

// Any mix of CR, LF and CRLF becomes CRLF.
QByteArray withCrlf(const QByteArray& text);
// Lines of at most 76 characters; a line break is CRLF. `text` has CRLF line ends.
QByteArray quotedPrintable(const QByteArray& text);
QByteArray base64(const QByteArray& bytes);

// One header field that breaks its lines between words.
class HeaderLine {
public:
    explicit HeaderLine(const char* name);
    // A word that stays whole, after a blank or at the start of a line of its own.
    void word(const QByteArray& w);
    // Free text (RFC 5322 unstructured), as encoded words (RFC 2047) where plain words would not come back the same.
    void text(const QString& t);
    // A display name: words, a quoted string, or encoded words.
    void phrase(const QString& name);
    QByteArray finish() const { return m_out + "\r\n"; }

private:
    int room() const { return maxLine - m_column - 1; }
    void encoded(const QString& t);
    QByteArray m_out;
    int m_column = 0;
};

// "; name=value" on lines of its own, as RFC 2231 has it when it is not short plain text.
QByteArray parameter(const QByteArray& name, const QString& value);

} // namespace duedesk::mime
