// The door to modal questions and file pickers, so that tests answer them. Used rarely: most of what other
// programs ask is done at once here and can be undone.
#pragma once
#include "core/base/secret.h"

#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace duedesk {

class Prompter {
public:
    virtual ~Prompter() = default;
    // True when the person chose `yes`; Esc and closing are no.
    virtual bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes) = 0;
    virtual void tell(QWidget* parent, const QString& title, const QString& text) = 0;
    // One line of text; empty optional = cancelled.
    virtual std::optional<QString> ask(QWidget* parent, const QString& title, const QString& label,
                                       const QString& initial) = 0;
    // A password, not shown while it is typed; empty optional = cancelled.
    virtual std::optional<Secret> askSecret(QWidget* parent, const QString& title, const QString& label) = 0;
    // `filter` as in "Delimited text (*.csv *.txt)"; an empty list or text = cancelled.
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& proposal, const QString& filter) = 0;
};

} // namespace duedesk
