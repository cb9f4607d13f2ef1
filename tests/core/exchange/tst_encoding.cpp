// Encodings: sniffing, strict UTF-8, conversion that never replaces in silence.
#include "core/exchange/encoding.h"

#include <QTest>

using namespace duedesk;

namespace {

std::string converted(Encoding e, std::string_view bytes, std::size_t step)
{
    Transcoder t(e);
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += step)
        t.feed(bytes.substr(i, step), out);
    t.finish(out);
    return out;
}

} // namespace

class TestEncoding : public QObject {
    Q_OBJECT
private slots:
    void guesses()
    {
        using namespace std::string_view_literals;
        QCOMPARE(guessEncoding("\xef\xbb\xbf"
                               "a")
                     .bomBytes,
                 std::size_t(3));
        QVERIFY(guessEncoding("\xff\xfe"
                              "a\0"sv)
                    .encoding
                == Encoding::Utf16Le);
        QVERIFY(guessEncoding("\xfe\xff\0a"sv).encoding == Encoding::Utf16Be);
        QVERIFY(guessEncoding("i\0d\0,\0x\0\n\0"sv).encoding == Encoding::Utf16Le);
        QVERIFY(guessEncoding("\0i\0d\0,\0x\0\n"sv).encoding == Encoding::Utf16Be);
        QVERIFY(guessEncoding("plain, text with one \0 in it and more text around"sv).encoding == Encoding::Utf8);
        QCOMPARE(guessEncoding("").bomBytes, std::size_t(0));
    }
    void strictUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("at"); // -1 = valid
        QTest::newRow("ascii") << QByteArray("abcdefghijklmnop") << -1;
        QTest::newRow("two, three, four bytes") << QByteArray("\xc3\xa4 \xe2\x82\xac \xf0\x9f\x98\x80") << -1;
        QTest::newRow("last code point") << QByteArray("\xf4\x8f\xbf\xbf") << -1;
        QTest::newRow("beyond it") << QByteArray("\xf4\x90\x80\x80") << 0;
        QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80") << 0;
        QTest::newRow("overlong slash") << QByteArray("a\xc0\xaf") << 1;
        QTest::newRow("overlong three") << QByteArray("\xe0\x80\xaf") << 0;
        QTest::newRow("overlong four") << QByteArray("\xf0\x80\x80\xaf") << 0;
        QTest::newRow("high surrogate") << QByteArray("ab\xed\xa0\x80") << 2;
        QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf") << 0;
        QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80") << 8;
        QTest::newRow("cut off") << QByteArray("abc\xe2\x82") << 3;
        QTest::newRow("latin-1") << QByteArray("M\xfcller") << 1;
    }
    void strictUtf8()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, at);
        const auto found = firstInvalidUtf8(std::string_view(text.constData(), std::size_t(text.size())));
        QCOMPARE(found == std::string_view::npos ? -1 : int(found), at);
    }
    void conversion()
    {
        using namespace std::string_view_literals;
        for (const std::size_t step : {1UL, 2UL, 3UL, 100UL}) {
            QCOMPARE(converted(Encoding::Cp1252, "M\xfcller \x80 \x96", step),
                     std::string("M\xc3\xbcller \xe2\x82\xac \xe2\x80\x93"));
            QCOMPARE(converted(Encoding::Cp1252,
                               "a\x81"
                               "b",
                               step),
                     std::string("a\xff"
                                 "b"));
            QCOMPARE(converted(Encoding::Utf16Le, "a\0\xac\x20\x3d\xd8\x00\xde"sv, step),
                     std::string("a\xe2\x82\xac\xf0\x9f\x98\x80"));
            QCOMPARE(converted(Encoding::Utf16Be, "\0a\x20\xac"sv, step), std::string("a\xe2\x82\xac"));
            QCOMPARE(converted(Encoding::Utf16Le,
                               "\x3d\xd8"
                               "a\0"sv,
                               step),
                     std::string("\xff"
                                 "a")); // lone high
            QCOMPARE(converted(Encoding::Utf16Le,
                               "\x00\xde"
                               "a\0"sv,
                               step),
                     std::string("\xff"
                                 "a")); // lone low
            QCOMPARE(converted(Encoding::Utf16Le, "a\0b"sv, step), std::string("a\xff"));              // odd byte
        }
    }
    void census()
    {
        const auto cp1252 = [](std::initializer_list<std::string_view> blocks) {
            Utf8Census c;
            for (const auto b : blocks)
                c.feed(b);
            return c.looksLikeCp1252();
        };
        QVERIFY(cp1252({"M\xfcller\nStra\xdf"
                        "e\n"}));
        QVERIFY(!cp1252({"plain"}));
        QVERIFY(!cp1252({"M\xc3\xbcller\n"}));
        QVERIFY(!cp1252({"M\xc3", "\xbcller\n"}));              // a sequence over two blocks
        QVERIFY(!cp1252({"M\xc3\xbcller\nM\xfcller\n"}));       // mixed
        QVERIFY(!cp1252({"\x81\n"}));                           // undefined there
    }
    void names()
    {
        for (const Encoding e : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Cp1252})
            QVERIFY(parseEncoding(encodingName(e)) == e);
        QVERIFY(parseEncoding(QStringLiteral("Windows-1252")) == Encoding::Cp1252);
        QVERIFY(!parseEncoding(QStringLiteral("ebcdic")));
    }
};

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
