#include "ui/shell/actioncatalog.h"

#include "core/base/words.h"

#include <QAction>
#include <QWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

QString scopeTitle(ActionScope s)
{
    switch (s) {
    case ActionScope::Window: return Lang::tr("Everywhere");
    case ActionScope::List: return Lang::tr("In a list");
    case ActionScope::Form: return Lang::tr("In a form");
    case ActionScope::Today: return Lang::tr("Today");
    case ActionScope::Accounts: return Lang::tr("Accounts");
    case ActionScope::Account: return Lang::tr("Account");
    case ActionScope::Items: return Lang::tr("Items");
    case ActionScope::Dashboard: return Lang::tr("Dashboard");
    case ActionScope::Contacts: return Lang::tr("Contacts");
    case ActionScope::Promises: return Lang::tr("Promises");
    case ActionScope::Disputes: return Lang::tr("Disputes");
    case ActionScope::Reminders: return Lang::tr("Reminders");
    case ActionScope::Morning: return Lang::tr("Morning summary");
    case ActionScope::Exceptions: return Lang::tr("Exceptions");
    case ActionScope::Kept: return Lang::tr("Promises kept");
    case ActionScope::Import: return Lang::tr("Import");
    }
    return {};
}

const ActionSpec* findAction(const QString& id)
{
    const auto& specs = actionSpecs();
    const auto it = std::ranges::find_if(specs, [&](const ActionSpec& s) { return QLatin1StringView(s.id) == id; });
    return it == specs.end() ? nullptr : &*it;
}

QString ActionSpec::words() const { return Lang::tr(text); }

QList<QKeySequence> keysOf(const ActionSpec& spec)
{
    QList<QKeySequence> keys;
    for (const QString& k : QString::fromLatin1(spec.keys).split(u' ', Qt::SkipEmptyParts))
        keys.append(QKeySequence::fromString(k, QKeySequence::PortableText));
    return keys;
}

QString keysText(const ActionSpec& spec)
{
    QStringList parts;
    for (const QKeySequence& k : keysOf(spec)) {
        const QString portable = k.toString(QKeySequence::PortableText);
        parts.append(portable == u"Down"_s     ? u"\u2193"_s
                     : portable == u"Up"_s     ? u"\u2191"_s
                     : portable == u"Return"_s ? u"Enter"_s
                                               : k.toString(QKeySequence::NativeText));
    }
    return parts.size() == 2 ? Lang::tr("%1 or %2", "keys").arg(parts[0], parts[1]) : parts.join(u", "_s);
}

bool isListKey(const QKeySequence& key)
{
    if (key.isEmpty())
        return false;
    const QKeyCombination k = key[0];
    const bool plain = !(k.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return plain && !(k.key() >= Qt::Key_F1 && k.key() <= Qt::Key_F35) && k.key() != Qt::Key_Escape;
}

bool isSingleLetter(const QKeySequence& key) { return isListKey(key) && key[0].key() < Qt::Key_Escape; }

void ActionCatalog::bind(const QString& id, QWidget* page, QWidget* list, Run run, Enabled enabled)
{
    const ActionSpec* spec = findAction(id);
    Q_ASSERT_X(spec, "ActionCatalog::bind", "an action that is not in the table");
    const auto guarded = [run, enabled] {
        if (!enabled || enabled())
            run();
    };
    const auto add = [&](QWidget* where, Qt::ShortcutContext context, bool listKeys) {
        auto* action = new QAction(spec->words(), where);
        action->setShortcutContext(context);
        action->setProperty("listKeys", listKeys);
        action->setProperty("hideInMenu", !spec->inPalette);
        action->setObjectName(id);
        connect(action, &QAction::triggered, where, guarded);
        where->addAction(action);
        m_bound.push_back({spec, where, action, run, enabled});
        giveKeys(m_bound.back());
    };
    const auto keys = keysOf(*spec);
    const bool window = spec->scope == ActionScope::Window;
    const bool forList = !window && std::ranges::any_of(keys, isListKey);
    const bool forPage = window || keys.isEmpty() || !std::ranges::all_of(keys, isListKey);
    if (forPage)
        add(page, window ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut, false);
    if (forList && list)
        add(list, Qt::WidgetShortcut, true);
}

void ActionCatalog::giveKeys(const Bound& b) const
{
    const bool window = b.spec->scope == ActionScope::Window;
    const bool listKeys = b.keys->property("listKeys").toBool();
    QList<QKeySequence> mine;
    for (const QKeySequence& k : keysOf(*b.spec))
        if ((window || isListKey(k) == listKeys) && (m_letters || !isSingleLetter(k)))
            mine.append(k);
    b.keys->setShortcuts(mine);
}

std::vector<ActionCatalog::Available> ActionCatalog::available() const
{
    std::vector<Available> out;
    for (const ActionSpec& spec : actionSpecs())
        for (const Bound& b : m_bound)
            if (b.spec == &spec && b.where && b.where->isVisible()) {
                out.push_back({&spec, b.run, !b.enabled || b.enabled()});
                break;
            }
    return out;
}

bool ActionCatalog::trigger(const QString& id) const
{
    const ActionSpec* spec = findAction(id);
    for (const Bound& b : m_bound)
        if (b.spec == spec && b.where && b.where->isVisible()) {
            if (b.enabled && !b.enabled())
                return false;
            b.run();
            return true;
        }
    return false;
}

void ActionCatalog::setSingleLetters(bool on)
{
    m_letters = on;
    for (const Bound& b : m_bound)
        if (b.where)
            giveKeys(b);
}

int fuzzyScore(const QString& pattern, const QString& text)
{
    int score = 0;
    qsizetype at = 0;
    bool together = false; // the letter before matched right here
    for (const QChar wanted : pattern) {
        if (wanted.isSpace()) {
            together = false;
            continue;
        }
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != wanted.toCaseFolded())
                continue;
            const bool start = i == 0 || !text[i - 1].isLetterOrNumber();
            if (found < 0)
                found = i;
            if ((together && i == at) || start) { // a later start of a word beats the first plain hit
                found = i;
                break;
            }
        }
        if (found < 0)
            return -1;
        const bool start = found == 0 || !text[found - 1].isLetterOrNumber();
        score += start ? 10 : together && found == at ? 6 : 1;
        together = true;
        at = found + 1;
    }
    return score * 4 - int(std::min<qsizetype>(text.size(), 100)) / 8;
}

} // namespace duedesk
