// The languages letters are written in: the words of tables and statements, the wording the product comes with, and how a
// language writes days and amounts. A language is a folder of texts; English stands in where one is missing.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"
#include "core/domain/lettertemplate.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

namespace duedesk {

class LetterWords {
public:
    static const LetterWords& of(const QString& language); // English where the language is not shipped
    static QStringList languages(); // shipped: "en"
    const QString& language() const { return m_language; }
    // The word of this key; a missing one is a defect of ours and throws.
    QString operator()(const char* key) const;
    QString day(Date d) const; // "14 Nov 2025"; "" when invalid
    QString amount(Money m) const; // "1,234.50", no currency
    QString money(Money m) const; // "1,234.50 EUR"
    QString list(const QStringList& parts) const; // "a, b and c"

private:
    explicit LetterWords(const QString& language);
    QString m_language;
    QLocale m_locale;
    QHash<QString, QString> m_words;
};

// The wording the product comes with, by name; approved, version 0, no id. Null when there is none in that language.
const LetterTemplate* builtInTemplate(const QString& name, const QString& language);
QStringList builtInTemplateNames(); // in the order of a ladder

} // namespace duedesk
