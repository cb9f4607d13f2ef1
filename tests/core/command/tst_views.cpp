// Saved views and drafts: who sees and changes them, names that meet, and that a draft is one row however often typed.
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

SaveView view(const QString& name, const QString& filter = u">10k"_s)
{
    return {{}, u"accounts"_s, name, filter, "{\"order\":[]}", u"-open"_s, false};
}

struct DraftDesk {
    CommandDesk k;
    BookPtr book = k.m.build();
    std::int64_t operation = 7;

    // Decides and takes the change into the book; the rows of Draft it touched.
    std::size_t take(const Command& c, const QString& user = u"me"_s)
    {
        Context x = k.context();
        x.user = user;
        x.operation = OperationId(++operation);
        const auto changes = decide(*book, c, x);
        if (!changes)
            throw std::logic_error(qPrintable(changes.error().message()));
        book = book->with(*changes, book->revision() + 1);
        return changes->of<Draft>().size();
    }
    QString text(const QString& key, const QString& user = u"me"_s) const
    {
        const Draft* d = draftOf(*book, user, key);
        return d ? d->text : u"none"_s;
    }
};

} // namespace

class TestViews : public QObject {
    Q_OBJECT
private slots:
    void saveANewOne();
    void theSameNameTakesItsPlace();
    void renameAndRefuseTakenNames();
    void viewsOfOthers();
    void refusedViews();
    void deleteAView();
    void draftsAreOneRowAKey();
    void draftsBelongToTheirUser();
    void draftsRefused();
};

void TestViews::saveANewOne()
{
    CommandDesk k;
    QCOMPARE(k.summary(view(u"  Big  ones "_s)), u"View “Big ones” saved."_s);
    const SavedView v = k.only<SavedView>();
    QCOMPARE(v.name, u"Big ones"_s);
    QCOMPARE(v.page, u"accounts"_s);
    QCOMPARE(v.filter, u">10k"_s);
    QCOMPARE(v.sort, u"-open"_s);
    QCOMPARE(v.user, u"me"_s);
    QCOMPARE(v.position, 1);
    QCOMPARE(v.operation, OperationId(7));
    SaveView all = view(u"Team"_s);
    all.everybody = true;
    QVERIFY(k.decide(all));
    QCOMPARE(k.only<SavedView>().user, QString());
}

void TestViews::theSameNameTakesItsPlace()
{
    CommandDesk k;
    SavedView known;
    known.user = u"me"_s;
    known.page = u"accounts"_s;
    known.name = u"Big"_s;
    known.position = 4;
    const SavedViewId id = k.m.add(known).id;
    QCOMPARE(k.summary(view(u"big"_s)), u"View “Big” is called “big” now."_s);
    QCOMPARE(k.only<SavedView>().id, id);
    QCOMPARE(k.only<SavedView>().position, 4);
    QCOMPARE(k.summary(view(u"Big"_s)), u"View “Big” shows this now."_s);
    QCOMPARE(k.summary(view(u"Other"_s)), u"View “Other” saved."_s);
    QCOMPARE(k.only<SavedView>().position, 5);
    SaveView elsewhere = view(u"Big"_s);
    elsewhere.page = u"items"_s;
    QCOMPARE(k.summary(elsewhere), u"View “Big” saved."_s);
}

void TestViews::renameAndRefuseTakenNames()
{
    CommandDesk k;
    SavedView a, b;
    a.user = b.user = u"me"_s;
    a.page = b.page = u"accounts"_s;
    a.name = u"A"_s;
    b.name = u"B"_s;
    const SavedViewId first = k.m.add(a).id;
    k.m.add(b);
    SaveView rename = view(u"C"_s);
    rename.view = first;
    QCOMPARE(k.summary(rename), u"View “A” is called “C” now."_s);
    rename.name = u"b"_s;
    QCOMPARE(k.refused(rename), u"name: is that of another view: B"_s);
}

void TestViews::viewsOfOthers()
{
    CommandDesk k;
    SavedView hers, everybodys;
    hers.user = u"mia"_s;
    hers.page = everybodys.page = u"accounts"_s;
    hers.name = u"Hers"_s;
    everybodys.name = u"Team"_s;
    const SavedViewId her = k.m.add(hers).id, all = k.m.add(everybodys).id;
    SaveView c = view(u"Mine"_s);
    c.view = her;
    QCOMPARE(k.refused(c), u"view: belongs to mia"_s);
    QCOMPARE(k.refused(DeleteView{her}), u"view: belongs to mia"_s);
    QCOMPARE(k.summary(DeleteView{all}), u"View “Team” deleted."_s);
    QCOMPARE(k.summary(view(u"Hers"_s)), u"View “Hers” saved."_s); // the same name, of one's own
}

void TestViews::refusedViews()
{
    CommandDesk k;
    QCOMPARE(k.refused(view(u"  "_s)), u"name: is missing"_s);
    QVERIFY(k.refused(view(QString(61, u'x'))).startsWith(u"name: is 61 characters"_s));
    QVERIFY(k.refused(view(u"A"_s, QString(2001, u'x'))).startsWith(u"filter: "_s));
    SaveView c = view(u"A"_s);
    c.columns = "[1]";
    QCOMPARE(k.refused(c), u"columns: are not a table's columns"_s);
    c = view(u"A"_s);
    c.page.clear();
    QCOMPARE(k.refused(c), u"page: is missing"_s);
    c = view(u"A"_s);
    c.view = SavedViewId(99);
    QCOMPARE(k.refused(c), u"view: is not there any more"_s);
    QCOMPARE(k.refused(DeleteView{SavedViewId(99)}), u"view: is not there any more"_s);
}

void TestViews::deleteAView()
{
    CommandDesk k;
    SavedView v;
    v.user = u"me"_s;
    v.page = u"items"_s;
    v.name = u"Old"_s;
    const SavedViewId id = k.m.add(v).id;
    QCOMPARE(k.summary(DeleteView{id}), u"View “Old” deleted."_s);
    QCOMPARE(k.only<SavedView>().retractedBy, OperationId(7));
}

void TestViews::draftsAreOneRowAKey()
{
    DraftDesk d;
    QCOMPARE(d.take(SaveDraft{u"account/C/note"_s, u"He sa"_s}), std::size_t(1));
    QCOMPARE(d.take(SaveDraft{u"account/C/note"_s, u"He said Friday"_s}), std::size_t(1));
    QCOMPARE(d.take(SaveDraft{u"account/C/note"_s, u"He said Friday"_s}), std::size_t(0)); // nothing new
    QCOMPARE(d.take(SaveDraft{u"account/D/note"_s, u"other"_s}), std::size_t(1));
    QCOMPARE(d.book->rows<Draft>().size(), 2U);
    QCOMPARE(d.text(u"account/C/note"_s), u"He said Friday"_s);
    QCOMPARE(draftOf(*d.book, u"me"_s, u"account/C/note"_s)->at, d.k.context().now);
    QCOMPARE(d.take(SaveDraft{u"account/C/note"_s, QString()}), std::size_t(1)); // all rubbed out
    QCOMPARE(d.text(u"account/C/note"_s), u"none"_s);
    QCOMPARE(d.take(DropDraft{u"account/C/note"_s}), std::size_t(0));
    QCOMPARE(d.take(DropDraft{u"account/D/note"_s}), std::size_t(1));
    QCOMPARE(d.take(SaveDraft{u"account/D/note"_s, u"again"_s}), std::size_t(1));
    QCOMPARE(d.text(u"account/D/note"_s), u"again"_s);
}

void TestViews::draftsBelongToTheirUser()
{
    DraftDesk d;
    d.take(SaveDraft{u"note"_s, u"mine"_s});
    d.take(SaveDraft{u"note"_s, u"hers"_s}, u"mia"_s);
    QCOMPARE(d.text(u"note"_s), u"mine"_s);
    QCOMPARE(d.text(u"note"_s, u"mia"_s), u"hers"_s);
    QCOMPARE(d.take(DropDraft{u"note"_s}, u"mia"_s), std::size_t(1));
    QCOMPARE(d.text(u"note"_s), u"mine"_s);
}

void TestViews::draftsRefused()
{
    CommandDesk k;
    QCOMPARE(k.refused(SaveDraft{{}, u"x"_s}), u"key: is missing"_s);
    QVERIFY(k.refused(SaveDraft{u"k"_s, QString(20'001, u'x')}).startsWith(u"text: "_s));
    QCOMPARE(k.refused(SaveDraft{u"k"_s, u"a\0b"_s}), u"text: holds a NUL character"_s);
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
