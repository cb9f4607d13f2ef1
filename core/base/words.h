// What the program says, as values: a pattern of the catalogue and typed arguments, turned into a sentence in one place.
// Core works with Words and never glues sentences; the window and the command line say() them. A pattern is English and
// is its own key in the catalogue, so without a catalogue everything reads in English: that is what duedeskctl does.
// What is stored is never a sentence of ours: it is a code with its arguments, or what somebody wrote.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

#include <QString>
#include <concepts>
#include <memory>
#include <variant>
#include <vector>

namespace duedesk {

class Words;

// Somebody's own words: a customer's name, a note, an invoice number. Never translated.
struct Name {
    QString text;
    bool operator==(const Name&) const = default;
};
// A day, with its year where it is not that of `today`.
struct DayWord {
    Date day, today;
    bool weekday = false; // "Mon 17 Nov"
    bool operator==(const DayWord&) const = default;
};
struct ClockWord {
    int minuteOfDay = 0; // "09:30"
    bool operator==(const ClockWord&) const = default;
};
// Ten-thousandths with a number of digits.
struct DecimalWord {
    std::int64_t e4 = 0;
    int digits = 2;
    bool operator==(const DecimalWord&) const = default;
};
struct Number {
    qint64 n = 0; // grouped
    bool operator==(const Number&) const = default;
};

class Words {
public:
    using Arg = std::variant<Name, Money, DayWord, ClockWord, DecimalWord, Number, std::shared_ptr<const Words>>;

    Words() = default;
    // One thing as it stands; a name "" and no day say nothing.
    Words(Name name);
    Words(Money amount);
    Words(DayWord day);
    Words(ClockWord time);
    Words(DecimalWord figure);
    Words(Number n);
    // A text as it stands, as Name.
    template <class T>
        requires std::convertible_to<const T&, QString>
    Words(const T& text) : Words(Name{text})
    {
    }
    bool isEmpty() const { return !m_source && m_args.empty(); }
    bool operator==(const Words& other) const; // the same pattern and the same arguments

private:
    friend struct Lang;
    friend QString say(const Words& words);
    friend Words capitalised(Words words);
    friend struct StoredWords;
    const char* m_source = nullptr; // "%1 was promised for %2": a literal, lives for ever
    const char* m_one = nullptr; // of a count: the English form for one
    qint64 m_n = -1; // of a count
    bool m_capital = false; // begins with a capital
    std::vector<Arg> m_args;
};

// In English where no catalogue is installed. Safe on every thread.
QString say(const Words& words);
// One after the other, what is empty left out: "A. B." by a pattern of the catalogue, never by +.
Words sentences(std::vector<Words> parts); // with a space between
Words listed(std::vector<Words> parts); // with a comma between
Words together(std::vector<Words> parts); // "a, b and c"
// The same, with a capital where it is said: a code's word as the title of a column, a reason that begins a sentence.
Words capitalised(Words words);
// A word of wordsOf(), which every enumeration that is shown has beside its code, as it begins a line: "Missing document".
template <class E> QString titleOf(E code) { return say(capitalised(wordsOf(code))); }

// The doors to the catalogue for texts outside of a QObject's own tr(). Literals only: lupdate reads them here, with
// -tr-function-alias tr+=words,tr+=plural,tr+=count.
struct Lang {
    static QString tr(const char* source, const char* comment = nullptr);
    // A text with a count in it: plural("%1 promises", "1 promise", n), grouped: "1,284 promises".
    // `one` is English for one; a catalogue has as many forms as its language.
    static QString plural(const char* many, const char* one, qint64 n);

    // %1 … %9 in the order of the arguments; a QString is a Name.
    template <class... A> static Words words(const char* source, A&&... args)
    {
        Words w;
        w.m_source = source;
        w.m_args.reserve(sizeof...(A));
        (w.m_args.push_back(arg(std::forward<A>(args))), ...);
        return w;
    }
    // %1 is the count, %2 … the arguments.
    template <class... A> static Words count(const char* many, const char* one, qint64 n, A&&... args)
    {
        Words w = words(many, Number{n}, std::forward<A>(args)...);
        w.m_one = one;
        w.m_n = n;
        return w;
    }

private:
    static Words::Arg arg(Words w) { return std::make_shared<const Words>(std::move(w)); }
    static Words::Arg arg(QString text) { return Name{std::move(text)}; }
    static Words::Arg arg(Money m) { return m; }
    static Words::Arg arg(DayWord d) { return d; }
    static Words::Arg arg(ClockWord t) { return t; }
    static Words::Arg arg(DecimalWord d) { return d; }
    static Words::Arg arg(Number n) { return n; }
    static Words::Arg arg(Name n) { return n; }
};

// The arguments as text, English, short, the same on every machine. With the year where it is not that of `today`;
// "" when invalid.
QString weekdayWords(Date d, Date today); // "Mon 17 Nov"
QString dayWords(Date d, Date today); // "12 May"
QString clockWords(int minuteOfDay); // "09:30"
Words late(Instant due, Instant now);
QString
lateWords(Instant due,
          Instant now); // the same, said: "25 min late", "5 h late", "3 days late"; "" before a minute has passed
QString moneyWords(Money m); // "1,250.00 EUR"
QString numberWords(qint64 n); // "1,284"
// Ten-thousandths as a plain decimal with `digits` places, half-even: (12500, 2) = "1.25".
QString decimalWords(std::int64_t e4, int digits);
QString countWords(int n, QStringView one, QStringView many); // "1 promise", "2 promises"

} // namespace duedesk
