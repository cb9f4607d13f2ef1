// Keeps texts that are being typed: a second after the last key they are in the book, so that they are there again after
// a restart or a crash. Quietly: no step of undo, no sentence.
#pragma once
#include "core/workbench/workbench.h"

#include <QMap>
#include <QObject>
#include <QSet>

class QTimer;

namespace duedesk {

class DraftKeeper : public QObject {
    Q_OBJECT
public:
    explicit DraftKeeper(Workbench& workbench, QObject* parent = nullptr);
    ~DraftKeeper() override; // what waits is kept now

    // `key` says where: "desk/17/note". An empty text drops the draft.
    void typed(const QString& key, const QString& text);
    void drop(const QString& key); // it was used
    QString text(const QString& key) const; // "" when there is none
    // The same of a form: what was typed into its fields, by name. None drop the draft.
    using Fields = QMap<QString, QString>;
    void typedFields(const QString& key, const Fields& fields);
    Fields fields(const QString& key) const;
    void flush();

private:
    void dropNow();

    Workbench& m_workbench;
    QTimer* m_rest;
    QMap<QString, QString> m_waiting; // typed, not sent yet
    QSet<QString> m_gone; // to be dropped once nothing is on its way
};

} // namespace duedesk
