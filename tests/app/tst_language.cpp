// A language is a catalogue found by its code: it is spoken with its forms, and a code without one is refused.
#include "app/desktop/language.h"
#include "core/base/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

private slots:
    void initTestCase()
    {
        // Three messages in Czech, as lrelease compiles them: "%1 promises" in its forms, "%1, %2", "Today" of the window.
        QFile file(m_dir.filePath(u"duedesk_cs.qm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromBase64(
            "PLhkGMrvnJXNIRy/"
            "YKG93acAAAACY3NCAAAAGABbWokAAACbAoPiggAAAGUJjD6zAAAAAGkAAADQAwAAAA4AJQAxACAAcwBsAGkAYgMAAAAQACUA"
            "MQAgAHMAbABpAGIAeQMAAAAQACUAMQAgAHMAbABpAGIBbwgAAAAABgAAAAslMSBwcm9taXNlcwcAAAANZHVlZGVzazo6TGFuZwEDAAAADg"
            "AlADEA"
            "IABhACAAJQAyCAAAAAAGAAAABiUxLCAlMgcAAAANZHVlZGVzazo6TGFuZwEDAAAACABEAG4AZQBzCAAAAAAGAAAABVRvZGF5BwAAABNkdW"
            "VkZXNr"
            "OjpNYWluV2luZG93AYgAAAAGAQH/BAIE"));
    }
    void cleanup()
    {
        qDeleteAll(qApp->findChildren<QTranslator*>());
        QLocale::setDefault(QLocale::c());
    }

    void englishNeedsNone()
    {
        QVERIFY(speak(*qApp, {}));
        QVERIFY(speak(*qApp, u"en"_s));
        QVERIFY(qApp->findChildren<QTranslator*>().isEmpty());
        QCOMPARE(Lang::plural("%1 promises", "1 promise", 3), u"3 promises"_s);
    }

    void aCatalogueIsSpokenWithItsForms()
    {
        QCOMPARE(languages(m_dir.path()), QStringList({u"en"_s, u"cs"_s}));
        QVERIFY(speak(*qApp, u"cs"_s, m_dir.path()));
        QCOMPARE(Lang::plural("%1 promises", "1 promise", 1), u"1 slib"_s);
        QCOMPARE(Lang::plural("%1 promises", "1 promise", 3), u"3 sliby"_s);
        QCOMPARE(Lang::plural("%1 promises", "1 promise", 7), u"7 slibů"_s);
        QCOMPARE(say(listed({Name{u"Nora"_s}, Name{u"Ana"_s}})), u"Nora a Ana"_s);
        QCOMPARE(QCoreApplication::translate("duedesk::MainWindow", "Today"), u"Dnes"_s);
        QCOMPARE(QLocale().language(), QLocale::Czech);
    }

    void aCodeWithoutOneIsRefused()
    {
        const Outcome o = speak(*qApp, u"xx"_s, m_dir.path());
        QVERIFY(!o);
        QCOMPARE(o.error().code, ErrorCode::Usage);
        QVERIFY2(o.error().message().contains(u"en, cs"), qPrintable(o.error().message()));
        QVERIFY(qApp->findChildren<QTranslator*>().isEmpty());
        QVERIFY(!speak(*qApp, u"../cs"_s, m_dir.path()));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
