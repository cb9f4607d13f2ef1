// The page of keys in the guide against the table of actions: every action that has a key is told with it, where it works.
#include "ui/shell/actioncatalog.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QString spelledAsInTheTable(QString key)
{
    const std::pair<QString, QString> names[] = {{u"Enter"_s, u"Return"_s},
                                                 {u"PgDn"_s, u"PgDown"_s},
                                                 {u"←"_s, u"Left"_s},
                                                 {u"→"_s, u"Right"_s},
                                                 {u"Delete"_s, u"Del"_s}};
    for (const auto& [guide, table] : names)
        if (key == guide || key.endsWith(u'+' + guide))
            key = key.left(key.size() - guide.size()) + table;
    return key;
}

// "1 … 9", "Alt+1 … Alt+7" as every key between.
QString withoutRanges(QString cell)
{
    static const QRegularExpression range(u"(\\S*)(\\d) … \\1(\\d)"_s);
    for (auto m = range.match(cell); m.hasMatch(); m = range.match(cell)) {
        QStringList keys;
        for (int k = m.captured(2).toInt(); k <= m.captured(3).toInt(); ++k)
            keys += m.captured(1) + QString::number(k);
        cell.replace(m.capturedStart(), m.capturedLength(), keys.join(u' '));
    }
    return cell;
}

QSet<QString> keysOfCell(QString cell)
{
    static const QRegularExpression quoted(u"`([^`]+)`"_s), between(u"[\\s,;]+"_s);
    QSet<QString> keys;
    for (auto it = quoted.globalMatch(cell); it.hasNext();)
        keys += it.next().captured(1);
    cell.remove(quoted);
    for (const QString& word : withoutRanges(cell).split(between, Qt::SkipEmptyParts)) {
        if (word == u"arrows")
            keys += {u"Up"_s, u"Down"_s, u"Left"_s, u"Right"_s};
        else
            keys += spelledAsInTheTable(word);
    }
    return keys;
}

// Keys with a modifier that the explanation names.
QSet<QString> keysInWords(const QString& words)
{
    static const QRegularExpression key(u"(?:Ctrl|Alt|Shift)\\+[^\\s,;.)]+"_s);
    QSet<QString> keys;
    for (auto it = key.globalMatch(words); it.hasNext();)
        keys += spelledAsInTheTable(it.next().captured());
    return keys;
}

QHash<QString, QSet<QString>> keysOfTheGuide()
{
    QFile page(QStringLiteral(KEYS_PAGE));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    static const QHash<QString, QString> sections{{u"## Keys everywhere"_s, scopeTitle(ActionScope::Window)},
                                                  {u"## In a list"_s, scopeTitle(ActionScope::List)},
                                                  {u"## In a form"_s, scopeTitle(ActionScope::Form)},
                                                  {u"## On Today"_s, scopeTitle(ActionScope::Today)}};
    QHash<QString, QSet<QString>> keys;
    QString where;
    bool others = false;
    for (const QString& line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        if (line.startsWith(u'#')) {
            where = sections.value(line);
            others = line == u"## On the other pages";
        }
        QStringList cells = line.split(u'|');
        if (cells.size() < 4)
            continue;
        cells = cells.mid(1, cells.size() - 2);
        if (others) {
            const QString name = cells.takeFirst().trimmed();
            where = name.isEmpty() ? where : name;
        }
        if (!where.isEmpty())
            keys[where] += keysOfCell(cells[0]) + keysInWords(cells.mid(1).join(u' '));
    }
    return keys;
}

} // namespace

class TestGuideKeys : public QObject {
    Q_OBJECT
private slots:
    void readsTheGuideAsPeopleDo()
    {
        QCOMPARE(keysOfCell(u" C 1 … 3 Shift+E `.` "_s),
                 (QSet<QString>{u"C"_s, u"1"_s, u"2"_s, u"3"_s, u"Shift+E"_s, u"."_s}));
        QCOMPARE(keysOfCell(u" Alt+1 … Alt+2, Ctrl+PgDn; Enter "_s),
                 (QSet<QString>{u"Alt+1"_s, u"Alt+2"_s, u"Ctrl+PgDown"_s, u"Return"_s}));
        QCOMPARE(keysInWords(u"tick (Ctrl+Enter sends), A is none"_s), QSet<QString>{u"Ctrl+Return"_s});
    }
    void everyKeyIsTold()
    {
        const QHash<QString, QSet<QString>> guide = keysOfTheGuide();
        QVERIFY(guide.size() > 8);
        QStringList missing;
        for (const ActionSpec& s : actionSpecs()) {
            const QString where = s.scope == ActionScope::Import ? u"Imports"_s : scopeTitle(s.scope);
            const QList<QKeySequence> keys = keysOf(s);
            bool told = keys.isEmpty();
            for (const QKeySequence& k : keys) // Enter opens in every list
                told = told || guide[where].contains(k.toString())
                       || (k == QKeySequence(Qt::Key_Return)
                           && guide[scopeTitle(ActionScope::List)].contains(u"Return"_s));
            if (!told)
                missing += where + u": "_s + keysText(s) + u" ("_s + QLatin1StringView(s.id) + u')';
        }
        QCOMPARE(missing.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestGuideKeys)
#include "tst_guidekeys.moc"
