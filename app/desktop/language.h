// The language the window speaks: finds a catalogue by its code and installs it with Qt's own, before anything is said.
// English is in the sources and has none; "pseudo" is a language for tests, which shows what passed no catalogue.
#pragma once
#include "core/base/error.h"

#include <QStringList>
#include <QTranslator>

class QCoreApplication;

namespace duedesk {

// Sets every text that passed a catalogue in brackets and leaves what was put in for %1 or %n outside of them:
// "⟦Saving ⟧3⟦ changes⟧". What stands in no brackets is data, or was forgotten.
class PseudoTranslator : public QTranslator {
public:
    // `times`: each text so often, as a wordy language would take it.
    explicit PseudoTranslator(int times = 1, QObject* parent = nullptr);
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int n) const override;

private:
    int m_times;
};

const QString catalogueFolder = QStringLiteral(":/translations");

// The codes there is a catalogue for, "en" first. The pseudo languages are not among them.
QStringList languages(const QString& folder = catalogueFolder);
// Speaks `code` from now on: "" and "en" are English, "pseudo" and "pseudo-long" are for tests. Refuses a code without a
// catalogue, and changes nothing then. Once, before the first text and the first number on the screen.
Outcome speak(QCoreApplication& app, const QString& code, const QString& folder = catalogueFolder);

} // namespace duedesk
