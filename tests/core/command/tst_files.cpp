#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

AttachFile file(CustomerId customer, const QString& name = u"contract.pdf"_s)
{
    AttachFile f;
    f.customer = customer;
    f.name = name;
    f.mimeType = u"application/pdf"_s;
    f.size = 1234;
    f.sha256 = QByteArray(64, 'a');
    return f;
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void attaches();
    void namesThatAreNone();
    void sizes();
    void whatItBelongsToIsOfThisAccount();
    void sitesOfThePayer();
    void twiceIsOnce();
    void takenOff();
};

void TestFiles::attaches()
{
    CommandDesk k;
    k.late("A", "100", 5);
    QCOMPARE(k.summary(file(k.id("A"))), u"contract.pdf attached to Customer A."_s);
    const Attachment a = k.only<Attachment>();
    QCOMPARE(a.customer, k.id("A"));
    QCOMPARE(a.name, u"contract.pdf"_s);
    QCOMPARE(a.size, 1234);
    QCOMPARE(a.sha256, QByteArray(64, 'a'));
    QCOMPARE(a.day, k.today);
    QCOMPARE(a.user, u"me"_s);
    QCOMPARE(k.last->action, u"file attached"_s);
}

void TestFiles::namesThatAreNone()
{
    CommandDesk k;
    const CustomerId a = k.id("A");
    QCOMPARE(k.refused(file(a, u" "_s)), u"file: has no name"_s);
    QCOMPARE(k.refused(file(a, u".."_s)), u"file: has no name"_s);
    QVERIFY(k.refused(file(a, u"../../etc/passwd"_s)).startsWith(u"file: has a name that is no file name"));
    QVERIFY(k.refused(file(a, u"c:\\x.pdf"_s)).startsWith(u"file: has a name that is no file name"));
    QVERIFY(k.refused(file(a, u"fdp.\u202Eexe"_s)).contains(u"\\u202e"_s, Qt::CaseInsensitive));
    QVERIFY(k.refused(file(a, QString(201, u'x'))).contains(u"201 characters"));
    QCOMPARE(k.refused(file(CustomerId(77))), u"customer: is not a customer of this book"_s);
    AttachFile odd = file(a);
    odd.sha256 = "ABC";
    QCOMPARE(k.refused(odd), u"file: is not kept in the book"_s);
}

void TestFiles::sizes()
{
    CommandDesk k;
    AttachFile f = file(k.id("A"));
    f.size = 10'000'000;
    QVERIFY(k.decide(f));
    f.size = 10'000'001;
    QCOMPARE(k.refused(f), u"file: has 11 MB; 10 MB are allowed"_s);
    QVERIFY(!k.last.error().remedy.isEmpty());
    f.size = 0;
    QCOMPARE(k.refused(f), u"file: is empty"_s);
}

void TestFiles::whatItBelongsToIsOfThisAccount()
{
    CommandDesk k;
    auto& ours = k.late("A", "100", 5);
    auto& theirs = k.late("B", "100", 5);
    const DisputeId dispute = k.m.dispute(theirs, "2025-11-10").id;
    AttachFile f = file(k.id("A"));
    f.debit = ours;
    QVERIFY(k.decide(f));
    QCOMPARE(k.only<Attachment>().debit, DebitId(ours));
    f.debit = theirs;
    QCOMPARE(k.refused(f), u"invoice: is not of this account"_s);
    f.debit = {};
    f.dispute = dispute;
    QCOMPARE(k.refused(f), u"dispute: is not of this account"_s);
    f.customer = k.id("B");
    QVERIFY(k.decide(f));
    f.dispute = {};
    f.activity = ActivityId(4);
    QCOMPARE(k.refused(f), u"activity: is not of this account"_s);
    f.activity = {};
    f.request = RequestId(4);
    QCOMPARE(k.refused(f), u"request: is not of this account"_s);
}

void TestFiles::sitesOfThePayer()
{
    CommandDesk k;
    const CustomerId head = k.id("HEAD");
    k.m.customer("SITE").payer = head;
    auto& d = k.late("SITE", "100", 5);
    AttachFile f = file(head);
    f.debit = d;
    QVERIFY(k.decide(f));
}

void TestFiles::twiceIsOnce()
{
    CommandDesk k;
    Attachment a;
    a.customer = k.id("A");
    a.name = u"contract.pdf"_s;
    a.size = 1234;
    a.sha256 = QByteArray(64, 'a');
    k.m.add(a);
    QVERIFY(k.decide(file(k.id("A"))));
    QVERIFY(k.last->isEmpty());
    QVERIFY(k.decide(file(k.id("A"), u"other name.pdf"_s)));
    QVERIFY(!k.last->isEmpty());
}

void TestFiles::takenOff()
{
    CommandDesk k;
    Attachment a;
    a.customer = k.id("A");
    a.name = u"contract.pdf"_s;
    const AttachmentId id = k.m.add(a).id;
    QCOMPARE(k.summary(DetachFile{id}), u"contract.pdf taken off."_s);
    QCOMPARE(k.only<Attachment>().retractedBy, OperationId(7));
    const BookPtr next = k.book->with(*k.last, 2);
    QVERIFY(next->rowsOf<Attachment>(0).empty());
    QCOMPARE(k.refused(DetachFile{AttachmentId(99)}), u"file: is not attached any more"_s);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
