// A prompter that answers from a script, so that tests of the window never wait for a person. What was asked is kept.
#pragma once
#include "ui/prompts/prompter.h"

#include <deque>

namespace duedesk {

class ScriptedPrompter final : public Prompter {
public:
    std::deque<bool> confirmations;            // an empty script says no
    std::deque<std::optional<QString>> texts;  // an empty script cancels
    std::deque<QStringList> files;
    std::deque<QString> saves;
    QStringList asked; // titles, in order
    QStringList words; // all that a person would read

    bool confirm(QWidget*, const QString& title, const QString& text, const QString& yes) override
    {
        words << title << text << yes;
        return take(title, confirmations, false);
    }
    void tell(QWidget*, const QString& title, const QString& text) override
    {
        words << title << text;
        asked.append(title);
    }
    std::optional<QString> ask(QWidget*, const QString& title, const QString& label, const QString& initial) override
    {
        words << title << label << initial;
        return take(title, texts, std::optional<QString>());
    }
    std::optional<Secret> askSecret(QWidget*, const QString& title, const QString& label) override
    {
        words << title << label;
        const auto text = take(title, texts, std::optional<QString>());
        return text ? std::optional(Secret::fromText(*text)) : std::nullopt;
    }
    QStringList openFiles(QWidget*, const QString& title, const QString& filter) override
    {
        words << title << filter;
        return take(title, files, QStringList());
    }
    QString saveFile(QWidget*, const QString& title, const QString& proposal, const QString& filter) override
    {
        words << title << proposal << filter;
        return take(title, saves, QString());
    }

private:
    template <class T> T take(const QString& title, std::deque<T>& script, T otherwise)
    {
        asked.append(title);
        if (script.empty())
            return otherwise;
        T answer = script.front();
        script.pop_front();
        return answer;
    }
};

} // namespace duedesk
