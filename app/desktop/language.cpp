#include "app/desktop/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

const QString fileStart = u"duedesk_"_s;

// How long a placeholder is at `at`: of "%1", "%12", "%L1", "%n", "%Ln"; 0 = there is none.
qsizetype placeholder(const QString& text, qsizetype at)
{
    if (text[at] != u'%')
        return 0;
    qsizetype end = at + 1;
    if (end < text.size() && text[end] == u'L')
        ++end;
    if (end < text.size() && text[end] == u'n')
        return end + 1 - at;
    const qsizetype digits = end;
    while (end < text.size() && end < digits + 2 && text[end].isDigit())
        ++end;
    return end > digits ? end - at : 0;
}

} // namespace

PseudoTranslator::PseudoTranslator(int times, QObject* parent) : QTranslator(parent), m_times(times) {}

QString PseudoTranslator::translate(const char*, const char* source, const char*, int) const
{
    const QString text = QString::fromUtf8(source);
    QString out, words;
    const auto close = [&] {
        const bool any = std::ranges::any_of(words, [](QChar c) { return c.isLetter(); }); // else " · "
        out += any ? QString(u'\u27e6' + QStringList(m_times, words).join(u' ') + u'\u27e7') : words;
        words.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype length = placeholder(text, i);
        if (length == 0) {
            words += text[i];
            continue;
        }
        close();
        out += text.mid(i, length);
        i += length - 1;
    }
    close();
    return out;
}

QStringList languages(const QString& folder)
{
    QStringList codes{u"en"_s};
    for (const QString& file : QDir(folder).entryList({fileStart + u"*.qm"_s}, QDir::Files, QDir::Name))
        codes.append(file.mid(fileStart.size()).chopped(3));
    return codes;
}

Outcome speak(QCoreApplication& app, const QString& code, const QString& folder)
{
    if (code.isEmpty() || code == u"en")
        return {};
    if (code == u"pseudo" || code == u"pseudo-long") {
        QCoreApplication::installTranslator(new PseudoTranslator(code == u"pseudo" ? 1 : 2, &app));
        return {};
    }
    auto ours = std::make_unique<QTranslator>();
    if (!languages(folder).contains(code) || !ours->load(fileStart + code, folder))
        return fail({ErrorCode::Usage,
                     u"is not a language there is a catalogue for"_s,
                     u"choose one of %1"_s.arg(languages(folder).join(u", "_s)),
                     {},
                     0,
                     u"--language"_s,
                     code});
    QLocale::setDefault(QLocale(code)); // numbers and months follow the words
    auto* qts = new QTranslator(&app);
    if (qts->load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    ours->setParent(&app);
    QCoreApplication::installTranslator(ours.release()); // asked before Qt's
    return {};
}

} // namespace duedesk
