// Words as a record keeps them: the code that is their key in the catalogue and its arguments, never the sentence. Written by
// decisions that note something of their own beside what people type, and said in the language of whoever reads it.
#pragma once
#include "core/base/words.h"

namespace duedesk {

// "\x1f%|scheduled for %1|D2025-11-20": the key, then each argument with its kind. A name alone stays as it is.
QString stored(const Words& words);
// What does not have that form is what somebody wrote, sentences of older books too; it stands as it is.
Words recalled(const QString& text);

// What is typed, without the character that stored words begin with: for the doors that take in what people write.
QString withoutMark(QString typed);

} // namespace duedesk
