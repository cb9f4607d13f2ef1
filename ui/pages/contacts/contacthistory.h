// The history of a contact and the tries to find one as lines of text, newest first.
#pragma once
#include "core/domain/book.h"

#include <QStringList>

namespace duedesk {

QStringList contactHistory(const Book& book, const Contact& contact); // at most twenty
QStringList searchHistory(const Book& book, std::uint32_t payer);
QStringList searchWays(); // in the order of SearchWay

} // namespace duedesk
