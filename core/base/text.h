// Small text helpers that every layer needs: search folding and showing hostile text safely.
#pragma once
#include <QString>

namespace duedesk {

// Lower-cased, accents stripped, runs of blanks collapsed: what searching and near-match compare.
QString foldForSearch(const QString& text);
// At most `limit` characters, control and bidi characters shown as \uXXXX, so that a message cannot be forged.
QString excerpt(const QString& text, int limit = 60);
// Where the first character stands that ends a line, steers the direction of text or is no character: control
// characters, line and paragraph separators, bidi overrides, byte order marks, halves of a pair. -1 = none.
qsizetype firstHidden(const QString& text);
// Where the first character stands that leaves no mark at all, joiners and soft hyphens too: no id may hold one. -1 = none.
qsizetype firstUnseen(const QString& text);
// The text as a line may show it: what firstHidden() finds stands as \uXXXX. With `lines`, line ends and tabs stay.
QString shown(const QString& text, bool lines = false);

} // namespace duedesk
