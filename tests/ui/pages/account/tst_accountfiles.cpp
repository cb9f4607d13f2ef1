#include "core/store/storage.h"
#include "ui/pages/account/accountfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

class Seen final : public FileOpener {
public:
    bool open(const QString& path) override
    {
        paths += path;
        return works;
    }
    QStringList paths;
    bool works = true;
};

} // namespace

// A book on disk with one customer, and a folder with files.
class TestAccountFiles : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void attachesOpensAndTakesOff();
    void theFirstThatCannotBeAttachedEndsIt();
    void bytesThatAreGone();
    void programsStayClosed();
    void nothingThatShowsIt();

private:
    QString file(const QString& name, const QByteArray& bytes)
    {
        QFile f(m_dir->filePath(name));
        if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
            qFatal("no file");
        return f.fileName();
    }
    // Opens it and waits for what came of it.
    static Outcome opened(AccountFiles& files, AttachmentId id)
    {
        std::optional<Outcome> answer;
        files.open(id, [&](const Outcome& o) { answer = o; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 5000) ? *answer : Outcome(failed(Error()));
    }
    bool saved()
    {
        return QTest::qWaitFor([this] { return !m_workbench->isSaving(); }, 5000);
    }
    std::vector<Attachment> attached() const
    {
        std::vector<Attachment> out;
        m_workbench->book()->rows<Attachment>().forEach([&](std::uint32_t, const Attachment& a) { out.push_back(a); });
        return out;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock{instantIn({}, *Date::fromCivil(2025, 11, 14), 600)};
    std::unique_ptr<Workbench> m_workbench;
    CustomerId m_customer;
};

void TestAccountFiles::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString path = m_dir->filePath(u"b.duedesk"_s);
    BookInfo info;
    info.name = u"B"_s;
    info.base = *Currency::parse(std::string_view("USD"));
    auto made = BookStore::create(path, info, {u"ana"_s, m_clock.now()});
    QVERIFY(made);
    QVERIFY((*made)->load());
    const auto ids = (*made)->ids();
    ChangeSet change;
    change.operation = OperationId(ids->next(Table::Operation));
    change.action = u"customer"_s;
    Customer c;
    c.id = c.payer = m_customer = CustomerId(ids->next(Table::Customer));
    c.externalId = u"A"_s;
    c.name = u"Acme"_s;
    change.insert(c);
    QVERIFY((*made)->apply(change, (*made)->book()->revision(), {u"ana"_s, m_clock.now()}));
    made->reset();
    auto storage = Storage::open(path, u"ana"_s, m_clock);
    QVERIFY(storage);
    m_workbench = std::make_unique<Workbench>(std::move(*storage), m_clock, u"ana"_s, path);
}

void TestAccountFiles::cleanup()
{
    m_workbench.reset();
    m_dir.reset();
}

void TestAccountFiles::attachesOpensAndTakesOff()
{
    Seen opener;
    AccountFiles files(*m_workbench, opener);
    QVERIFY(files.attach(m_customer, {file(u"contract.pdf"_s, "%PDF-1.4 hello")}));
    QVERIFY(saved());
    QCOMPARE(attached().size(), 1U);
    const Attachment a = attached().front();
    QCOMPARE(a.name, u"contract.pdf"_s);
    QCOMPARE(a.mimeType, u"application/pdf"_s);
    QFile::remove(m_dir->filePath(u"contract.pdf"_s)); // the book has its own
    QVERIFY(opened(files, a.id));
    QCOMPARE(opener.paths.size(), 1);
    QCOMPARE(QFileInfo(opener.paths[0]).fileName(), u"contract.pdf"_s);
    QFile copy(opener.paths[0]);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("%PDF-1.4 hello"));
    QVERIFY(files.remove(a.id));
    QVERIFY(saved());
    QVERIFY(attached().empty());
    m_workbench->undo();
    QVERIFY(saved());
    QVERIFY(opened(files, attached().front().id));
}

void TestAccountFiles::theFirstThatCannotBeAttachedEndsIt()
{
    Seen opener;
    AccountFiles files(*m_workbench, opener);
    const Outcome o =
        files.attach(m_customer, {file(u"a.txt"_s, "a"), m_dir->filePath(u"gone.txt"_s), file(u"b.txt"_s, "b")});
    QVERIFY(!o);
    QCOMPARE(say(o.error().what), u"is not there any more"_s);
    QVERIFY(saved());
    QCOMPARE(attached().size(), 1U);
}

void TestAccountFiles::bytesThatAreGone()
{
    Seen opener;
    AccountFiles files(*m_workbench, opener);
    AttachFile lost;
    lost.customer = m_customer;
    lost.name = u"lost.pdf"_s;
    lost.size = 5;
    lost.sha256 = QByteArray(64, 'f');
    QVERIFY(m_workbench->submit(lost));
    QVERIFY(saved());
    const Outcome o = opened(files, attached().front().id);
    QVERIFY(!o && opener.paths.isEmpty());
    QCOMPARE(say(o.error().remedy), u"restore it from a backup of the book"_s);
    QVERIFY(!opened(files, AttachmentId(4711)));
}

void TestAccountFiles::programsStayClosed()
{
    Seen opener;
    AccountFiles files(*m_workbench, opener);
    QVERIFY(files.attach(m_customer, {file(u"invoice.pdf.desktop"_s, "[Desktop Entry]")}));
    QVERIFY(saved());
    const Outcome o = opened(files, attached().front().id);
    QVERIFY(!o && opener.paths.isEmpty());
    QVERIFY(!o.error().remedy.isEmpty());
}

void TestAccountFiles::nothingThatShowsIt()
{
    Seen opener;
    opener.works = false;
    AccountFiles files(*m_workbench, opener);
    QVERIFY(files.attach(m_customer, {file(u"x.odd"_s, "x")}));
    QVERIFY(saved());
    const Outcome o = opened(files, attached().front().id);
    QVERIFY(!o);
    QCOMPARE(say(o.error().what), u"no program of this computer shows x.odd"_s);
}

QTEST_MAIN(TestAccountFiles)
#include "tst_accountfiles.moc"
