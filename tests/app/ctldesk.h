// duedeskctl as scripts run it, in a folder of its own, with small books whose figures are worked out by hand.
#pragma once
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace duedesk::ctltest {

using namespace Qt::StringLiterals;

struct Ran {
    int code = -1;
    QString out, err;
    QList<QStringList> rows() const // csv without quotes inside
    {
        QList<QStringList> all;
        for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts))
            all += line.split(u',');
        return all;
    }
    QString header() const { return out.section(u'\n', 0, 0); }
    QString cell(int row, const QString& column) const
    {
        const auto all = rows();
        return all.value(row + 1).value(all.value(0).indexOf(column));
    }
};

class CtlDesk {
public:
    QString path(const QString& name) const { return QDir::isAbsolutePath(name) ? name : m_dir.filePath(name); }
    Ran run(const QStringList& arguments, const QString& shellPrefix = {}) const
    {
        QProcess p;
        p.setWorkingDirectory(m_dir.path());
        if (shellPrefix.isEmpty()) {
            p.start(QStringLiteral(DUEDESKCTL), arguments);
        } else {
            QStringList quoted;
            for (const QString& a : arguments)
                quoted += u'\'' + a + u'\'';
            p.start(u"bash"_s, {u"-c"_s, shellPrefix + u' ' + QStringLiteral(DUEDESKCTL) + u' ' + quoted.join(u' ')});
        }
        p.waitForFinished(120'000);
        Ran r;
        r.code = p.exitStatus() == QProcess::NormalExit ? p.exitCode() : -1;
        r.out = QString::fromUtf8(p.readAllStandardOutput());
        r.err = QString::fromUtf8(p.readAllStandardError());
        return r;
    }
    QString write(const QString& name, const QByteArray& text) const
    {
        QFile f(path(name));
        if (!f.open(QIODevice::WriteOnly) || f.write(text) != text.size())
            qFatal("cannot write a fixture");
        return f.fileName();
    }
    QByteArray contentOf(const QString& name) const
    {
        QFile f(path(name));
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("no file");
    }
    QString newBook()
    {
        const QString book = path(u"book%1.duedesk"_s.arg(++m_books));
        if (run({u"--book"_s, book, u"init"_s}).code != 0)
            qFatal("init fails");
        return book;
    }
    // One customer with two invoices of 1,000.00 and 500.00, the first part paid with 400.00.
    QString smallBook()
    {
        const QString book = newBook();
        write(u"c.csv"_s, "customer_id,name,terms_days\nC1,\"Orion Clinics\",30\n");
        write(u"i.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                          "0001,C1,2025-09-01,2025-10-01,USD,1000.00\n0002,C1,2025-10-20,2025-11-19,USD,500.00\n");
        write(u"p.csv"_s, "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\nP1,C1,2025-10-10,USD,400."
                          "00,0001,400.00\n");
        if (const Ran r = run({u"--book"_s, book, u"import"_s, u"p.csv"_s, u"i.csv"_s, u"c.csv"_s}); r.code != 0)
            qFatal("import fails: %s", qPrintable(r.err));
        return book;
    }

private:
    QTemporaryDir m_dir;
    int m_books = 0;
};

} // namespace duedesk::ctltest
