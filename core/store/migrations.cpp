#include "core/store/migrations.h"

#include "core/store/database.h"
#include "core/store/writeguard.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Resources of a static library are linked only when somebody asks for them; the macro must stand outside namespaces.
static void registerSqlFiles() { Q_INIT_RESOURCE(store); }

namespace duedesk::migrations {
namespace {

std::vector<Migration> read()
{
    registerSqlFiles();
    std::vector<Migration> out;
    const QDir dir(u":/sql"_s);
    for (const QString& name : dir.entryList({u"*.sqlite.sql"_s}, QDir::Files, QDir::Name)) {
        QFile f(dir.filePath(name));
        invariant(f.open(QIODevice::ReadOnly), "a migration of the program cannot be read");
        out.push_back({name.section(u'_', 0, 0).toInt(), name, QString::fromUtf8(f.readAll())});
        invariant(out.back().number == int(out.size()), "the migrations of the program have a gap");
    }
    return out;
}

// Where the token that starts at i ends, and whether it is text that ';' has no meaning in.
qsizetype endOfQuoted(const QString& sql, qsizetype i)
{
    const QChar quote = sql[i];
    for (++i; i < sql.size(); ++i) {
        if (sql[i] != quote)
            continue;
        if (i + 1 < sql.size() && sql[i + 1] == quote)
            ++i; // a doubled quote stands for itself
        else
            return i + 1;
    }
    return i;
}

qsizetype endOfComment(const QString& sql, qsizetype i)
{
    const bool line = sql[i] == u'-';
    const qsizetype end = line ? sql.indexOf(u'\n', i) : sql.indexOf(u"*/", i + 2);
    return end < 0 ? sql.size() : end + (line ? 1 : 2);
}

bool isComment(const QString& sql, qsizetype i)
{
    const auto two = QStringView(sql).mid(i, 2);
    return two == u"--" || two == u"/*";
}

qsizetype endOfWord(const QString& sql, qsizetype i)
{
    while (i < sql.size() && (sql[i].isLetterOrNumber() || sql[i] == u'_'))
        ++i;
    return i;
}

// Whether a ';' ends the statement: inside the body of a trigger it does not.
class Body {
public:
    void word(QStringView w)
    {
        if (++m_words <= 3 && w.compare(u"TRIGGER", Qt::CaseInsensitive) == 0)
            m_trigger = true;
        if (!m_trigger)
            return;
        if (w.compare(u"BEGIN", Qt::CaseInsensitive) == 0 || w.compare(u"CASE", Qt::CaseInsensitive) == 0)
            ++m_depth;
        else if (w.compare(u"END", Qt::CaseInsensitive) == 0)
            --m_depth;
    }
    bool isOpen() const { return m_depth > 0; }

private:
    int m_words = 0, m_depth = 0;
    bool m_trigger = false;
};

// A table that is made anew is dropped while others name its rows: they are checked before the migration counts instead.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(Database& db) : m_db(db) { m_db.exec("PRAGMA foreign_keys=OFF"); }
    ~WithoutForeignKeys()
    {
        if (!m_ended) // by an exception: the connection goes no further
            disregard(guarded([this] { m_db.exec("PRAGMA foreign_keys=ON"); }));
    }
    void end()
    {
        m_db.exec("PRAGMA foreign_keys=ON");
        m_ended = true;
    }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

private:
    Database& m_db;
    bool m_ended = false;
};

void applyWithin(Database& db, WriteLock* lock, const Migration& m)
{
    WriteTransaction t(db, lock);
    if (db.integer("PRAGMA user_version") >= m.number)
        return; // another program was faster
    for (const QString& statement : split(m.sql))
        db.exec(statement.toUtf8().constData());
    if (Statement broken(db, "PRAGMA foreign_key_check"); broken.step())
        throwFailure(ErrorCode::BookDamaged,
                     u"row %1 of %2 names a row of %3 that is not there"_s.arg(broken.integer(1))
                         .arg(broken.string(0), broken.string(2)),
                     u"restore the last verified backup; nothing was changed"_s);
    db.exec(u"PRAGMA user_version=%1"_s.arg(m.number).toUtf8().constData());
    t.commit();
}

void applyOne(Database& db, WriteLock* lock, const Migration& m)
{
    WithoutForeignKeys off(db);
    applyWithin(db, lock, m);
    off.end();
}

} // namespace

const std::vector<Migration>& all()
{
    static const std::vector<Migration> list = read();
    return list;
}

int latest() { return int(all().size()); }

std::vector<QString> split(const QString& sql)
{
    std::vector<QString> out;
    QString current;
    Body body;
    const auto finish = [&] {
        if (!current.trimmed().isEmpty())
            out.push_back(current.trimmed());
        current.clear();
        body = {};
    };
    for (qsizetype i = 0; i < sql.size();) {
        const QChar c = sql[i];
        qsizetype end = i + 1;
        if (isComment(sql, i)) {
            i = endOfComment(sql, i);
            current += u' ';
            continue;
        }
        if (c == u'\'' || c == u'"' || c == u'`') {
            end = endOfQuoted(sql, i);
        } else if (c == u';' && !body.isOpen()) {
            finish();
            ++i;
            continue;
        } else if (c.isLetterOrNumber() || c == u'_') {
            end = endOfWord(sql, i);
            body.word(QStringView(sql).mid(i, end - i));
        }
        current += QStringView(sql).mid(i, end - i);
        i = end;
    }
    finish();
    return out;
}

void apply(Database& db, WriteLock* lock, const std::vector<Migration>& list)
{
    const std::int64_t have = db.integer("PRAGMA user_version");
    for (const Migration& m : list)
        if (m.number > have)
            applyOne(db, lock, m);
}

} // namespace duedesk::migrations
