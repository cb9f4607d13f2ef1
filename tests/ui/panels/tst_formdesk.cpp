// What every desk does by the same keys: it opens, refuses beside the field, keeps what is typed, saves, and asks again.
#include "tests/support/deskbench.h"
#include "ui/panels/formdesk.h"
#include "ui/shell/actioncatalog.h"

#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Asks for the time zone of an account, which is refused where it is none.
class ZoneDesk : public FormDesk {
public:
    ZoneDesk(Workbench& workbench, CustomerId first) : FormDesk(workbench, new FieldForm, nullptr), customer(first)
    {
        makeView(u"About it"_s);
    }
    void ask()
    {
        form()->start(u"Zone"_s, {});
        form()->addLine(u"timezone"_s, u"Time zone"_s, zone());
        openForm([this] { ask(); });
    }
    QString zone() const { return workbench().book()->customers().find(customer)->zone; }
    CustomerId customer;

protected:
    std::vector<Verb> verbs() override
    {
        return {{u"note"_s, [this] { ask(); }}, {u"nowhere"_s, [this] { ask(); }}};
    }
    Result<Command> command() const override
    {
        const QString typed = form()->text(u"timezone"_s);
        if (typed == u"nowhere")
            return refuse(u"timezone"_s, u"is no place"_s);
        EditAccount e{customer, AccountFields::of(*workbench().book()->customers().find(customer))};
        e.fields.zone = typed;
        return e;
    }
    QString draftKey() const override { return u"zone/"_s + QString::number(customer.value); }
    Worked about(const Command&) const override { return {customer, false, false, {}}; }
};

struct Fixture : DeskBench {
    Fixture() : desk(*workbench, toCall(0))
    {
        QObject::connect(&desk, &FormDesk::worked, &desk, [this](const Worked& w) { worked.push_back(w); });
        QObject::connect(&desk, &FormDesk::refusedFor, &desk, [this](const QString& why) { said = why; });
        show(desk);
    }
    void ask()
    {
        desk.ask();
        QApplication::processEvents();
    }
    QString error() const { return desk.form()->errorShown(); }
    ZoneDesk desk;
    std::vector<Worked> worked;
    QString said;
};

constexpr auto next = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

class TestFormDesk : public QObject {
    Q_OBJECT
private slots:
    void aKeyOpensItWhereTheTableHasIt()
    {
        Fixture f;
        QWidget page, list(&page);
        ActionCatalog catalog;
        f.desk.bind(catalog, u"today"_s, &page, &list, {}); // today.note there is, today.nowhere there is not
        page.show();
        list.setFocus();
        QVERIFY(!f.desk.isBusy());
        QVERIFY(catalog.trigger(u"today.note"_s));
        QVERIFY(f.desk.isBusy());
        QCOMPARE(catalog.available().size(), std::size_t(1));
    }
    void whatIsWrongStandsBesideItsField()
    {
        Fixture f;
        f.ask();
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.type(u"nowhere"_s);
        f.key(Qt::Key_Return);
        QCOMPARE(f.error(), u"Is no place"_s); // of the desk
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.type(u"Berlin"_s);
        QCOMPARE(f.error(), QString());
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.error().startsWith(u"Is not a time zone"_s)); // of the core
        QVERIFY(f.desk.isBusy() && f.worked.empty());
    }
    void whatIsTypedIsKeptUntilItIsSaved()
    {
        Fixture f;
        f.ask();
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.type(u"Europe/Paris"_s);
        f.key(Qt::Key_Escape);
        QVERIFY(!f.desk.isBusy());
        f.ask();
        QCOMPARE(f.desk.form()->text(u"timezone"_s), u"Europe/Paris"_s);
        f.key(Qt::Key_Return);
        QVERIFY(f.settled());
        QCOMPARE(f.desk.zone(), u"Europe/Paris"_s);
        QCOMPARE(f.worked.size(), std::size_t(1));
        QVERIFY(!f.worked.front().next && !f.desk.isBusy());
        f.ask();
        QVERIFY(f.desk.form()->changes().isEmpty());
    }
    void saveAndNextAsksAgainWithoutAChangeToo()
    {
        Fixture f;
        f.ask();
        f.key(Qt::Key_Return, next);
        QCOMPARE(f.worked.size(), std::size_t(1));
        QVERIFY(f.worked.front().next && f.worked.front().again && !f.desk.isBusy());
        f.desk.customer = f.toCall(1); // as the page does
        f.worked.front().again();
        QApplication::processEvents();
        QVERIFY(f.desk.isBusy());
        QCOMPARE(f.desk.form()->text(u"timezone"_s), f.desk.zone());
    }
    void whileTheBookIsAwayTheFormStays()
    {
        Fixture f;
        const QString path = f.workbench->path();
        f.ask();
        QVERIFY(QFile::rename(path, path + u".away"_s));
        QVERIFY(f.workbench->submit(Snooze{f.toCall(1), f.workbench->today() + 7, -1, {}}));
        QTRY_VERIFY(!f.workbench->canWrite());
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.type(u"Europe/Rome"_s);
        f.key(Qt::Key_Return);
        QVERIFY2(f.error().startsWith(u"Nothing can be entered in small.duedesk: the book's file was moved"_s),
                 qPrintable(f.error()));
        QVERIFY(f.desk.isBusy());
        QCOMPARE(f.desk.form()->text(u"timezone"_s), u"Europe/Rome"_s);
        QVERIFY(QFile::rename(path + u".away"_s, path));
        f.workbench->refresh();
        QTRY_VERIFY(f.workbench->canWrite());
        f.key(Qt::Key_Return);
        QVERIFY(f.settled());
        QCOMPARE(f.desk.zone(), u"Europe/Rome"_s);
    }
};

QTEST_MAIN(TestFormDesk)
#include "tst_formdesk.moc"
