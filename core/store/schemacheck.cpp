#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/verifyparts.h"

#include <map>
#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace duedesk::verify {
namespace {

// "trigger audit_no_update" → its SQL with single spaces.
using Schema = std::map<QString, QString>;

constexpr const char* listing =
    "SELECT type, name, ifnull(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' "
    "ESCAPE '\\'";

// As the first programs made two indexes: the same rows in another order. Such books are sound.
bool isFormer(const QString& sql)
{
    return sql
               == u"CREATE UNIQUE INDEX debit_key ON debit(customer, number, kind, ifnull(company, 0)) "
                  "WHERE retracted_by IS NULL"
           || sql
                  == u"CREATE UNIQUE INDEX credit_note_key ON credit(customer, reference, ifnull(company, 0)) "
                     "WHERE kind = 1 AND retracted_by IS NULL";
}

struct Closing {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};

[[noreturn]] void cannotCompare(sqlite3* db)
{
    throwFailure(ErrorCode::Defect,
                 u"the tables of the program could not be laid out: "_s
                     + QString::fromUtf8(db ? sqlite3_errmsg(db) : "no memory"),
                 u"report it"_s);
}

// What the migrations up to a version make, laid out in memory.
Schema expected(std::int64_t version)
{
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, Closing> db(raw);
    if (opened != SQLITE_OK)
        cannotCompare(raw);
    for (const Migration& m : migrations::all())
        if (m.number <= version)
            for (const QString& sql : migrations::split(m.sql))
                if (sqlite3_exec(raw, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
                    cannotCompare(raw);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(raw, listing, -1, &statement, nullptr) != SQLITE_OK)
        cannotCompare(raw);
    const std::unique_ptr<sqlite3_stmt, Closing> rows(statement);
    const auto text = [&](int column) {
        return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
    };
    Schema out;
    while (sqlite3_step(statement) == SQLITE_ROW)
        out[text(0) + u' ' + text(1)] = text(2).simplified();
    return out;
}

} // namespace

void checkSchema(Database& db, const Find& find)
{
    Schema own = expected(db.integer("PRAGMA user_version"));
    Statement s(db, listing);
    while (s.step()) {
        const QString name = s.string(0) + u' ' + s.string(1);
        const auto at = own.find(name);
        if (at == own.end())
            find(u"there is a %1 that no Duedesk makes"_s.arg(name));
        else if (const QString sql = s.string(2).simplified(); at->second != sql && !isFormer(sql))
            find(u"the %1 is not as Duedesk makes it"_s.arg(name));
        if (at != own.end())
            own.erase(at);
    }
    for (const auto& [name, sql] : own)
        find(u"the %1 is missing"_s.arg(name));
}

} // namespace duedesk::verify
