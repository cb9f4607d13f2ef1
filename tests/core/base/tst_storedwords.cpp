// Words in a record: a code with its arguments goes in, the same value comes out; sentences of older books stay somebody's.
#include "core/base/storedwords.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestStoredWords : public QObject {
    Q_OBJECT
private slots:
    void comesBackTheSame_data()
    {
        QTest::addColumn<QString>("kept"); // as the record has it
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const Words& words, const QString& kept, const QString& said) {
            QCOMPARE(stored(words), kept);
            QCOMPARE(recalled(kept), words);
            QTest::newRow(name) << kept << said;
        };
        const Money m{-125'000, *Currency::parse(u"EUR"_s)};
        const Date day = *Date::fromIso(u"2025-11-14"_s);
        row("a code alone", Lang::words("disputed"), u"\x1f%|disputed"_s, u"disputed"_s);
        row("money", Lang::words("%1 of %2", m, u"INV-1"_s), u"\x1f%|%1 of %2|m-125000 EUR|\"INV-1"_s,
            u"-1,250.00 EUR of INV-1"_s);
        row("days", Lang::words("%1 to %2", DayWord{day, {}}, DayWord{day, {}, true}),
            u"\x1f%|%1 to %2|d2025-11-14|D2025-11-14"_s, u"14 Nov to Fri 14 Nov"_s);
        row("figures", Lang::words("%1 %2 %3", ClockWord{570}, DecimalWord{12500, 2}, Number{-1234}),
            u"\x1f%|%1 %2 %3|t570|e12500/2|n-1234"_s, u"09:30 1.25 -1,234"_s);
        row("a count", Lang::count("%1 days of %2", "1 day of %2", 1, u"x"_s),
            u"\x1f%|%1 days of %2|11 day of %2|#1|n1|\"x"_s, u"1 day of x"_s);
        row("bars and bracketed words", Lang::words("%1: %2", Lang::words("of %1", u"a|b\\c"_s), u"x|"_s),
            u"\x1f%|%1: %2|w\x1f%\\|of %1\\|\"a\\\\\\|b\\\\\\\\c|\"x\\|"_s, u"of a|b\\c: x|"_s);
        row("a capital", capitalised(Lang::words("late")), u"\x1f%^|late"_s, u"Late"_s);
    }
    void comesBackTheSame()
    {
        QFETCH(QString, kept);
        QFETCH(QString, said);
        QCOMPARE(say(recalled(kept)), said);
    }

    void whatPeopleWroteStands()
    {
        const Words name(Name{u"3 % short | as agreed"_s});
        QCOMPARE(stored(name), u"3 % short | as agreed"_s);
        for (const QString& text : {u""_s, u"2 % of the invoice: looks like a discount taken"_s, u"a|b"_s, u"%"_s})
            QCOMPARE(recalled(text), Words(Name{text}));
    }

    // A file that somebody edited is read as text, and never ends the program.
    void whatIsNoCodeIsText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"\x1f%|", "\x1f%|%1|", "\x1f%|%1|z5", "\x1f%|%1|m5", "\x1f%|%1|m5 XX1", "\x1f%|%1|dyesterday",
              "\x1f%|%1|nfive", "\x1f%|%1|e5/9", "\x1f%|%1|t", "\x1f%|%1|w\x1f%|%1|w\x1f%|"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("words within words without end") << QString(u"\x1f%|%1|w"_s).repeated(50);
    }
    void whatIsNoCodeIsText()
    {
        QFETCH(QString, text);
        QCOMPARE(say(recalled(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestStoredWords)
#include "tst_storedwords.moc"
