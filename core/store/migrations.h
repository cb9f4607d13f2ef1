// The numbered SQL files of the program and how a book is brought to the newest of them: each in one transaction
// together with its number, so that a book is of the old shape or of the new one, never between.
#pragma once
#include <QString>
#include <vector>

namespace duedesk {

class Database;
class WriteLock;

struct Migration {
    int number = 0;
    QString name;
    QString sql;
};

namespace migrations {

const std::vector<Migration>& all(); // ascending from 1 without a gap
int latest();
// The statements of a file: knows strings, quoted names, comments and the body of a trigger.
std::vector<QString> split(const QString& sql);
// Runs the ones above the book's number. `lock` may be null for a file that nobody else knows yet.
void apply(Database& db, WriteLock* lock, const std::vector<Migration>& list = all());

} // namespace migrations
} // namespace duedesk
