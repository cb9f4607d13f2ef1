// What is posted, asked by one form: of an item, of money, of the account; what cannot be asked is said and opens nothing.
#include "core/command/postings.h"
#include "core/domain/posting.h"
#include "tests/support/deskbench.h"
#include "ui/models/format.h"
#include "ui/panels/postingform.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : DeskBench {
    Fixture() : form(*workbench)
    {
        form.setItems([this] { return items; });
        QObject::connect(&form, &FormDesk::refusedFor, &form, [this](const QString& why) { said = why; });
        QObject::connect(&form, &FormDesk::roomWanted, &form, [this] { opened = true; });
        show(form);
    }
    const Ledger& ledger() const { return workbench->book()->ledger(); }
    std::int64_t open(DebitId id) const { return ledger().open(ledger().debitRow(id), workbench->today()); }
    // The first item that is open, or that money settles whole.
    DebitId item(bool isOpen) const
    {
        for (std::uint32_t row = 0; row < ledger().debitCount; ++row)
            if (const bool now = ledger().open(row, workbench->today()) > 0;
                now == isOpen && (isOpen || !settlementsOf(ledger(), row).allocations.empty()))
                return viewDebit(ledger(), row).id;
        return {};
    }
    QString text(const QString& field) const { return form.form()->text(field); }
    PostingForm form;
    std::vector<DebitId> items;
    QString said;
    bool opened = false;
};

} // namespace

class TestPostingForm : public QObject {
    Q_OBJECT
private slots:
    void aWriteOffIsFilledInWithWhatIsOpen()
    {
        Fixture f;
        f.items = {f.item(true)};
        const DebitView v = viewDebit(f.ledger(), f.ledger().debitRow(f.items.front()));
        f.form.writeOff();
        QVERIFY(f.opened && f.form.isOfItem());
        QCOMPARE(readAmount(f.text(u"amount"_s), v.currency), f.open(v.id));
        f.form.form()->setText(u"amount"_s, u"much"_s);
        f.key(Qt::Key_Return);
        QCOMPARE(f.form.form()->errorShown(), u"Is no amount: write 1250.00"_s);
        f.form.form()->setText(u"amount"_s, u"0.01"_s);
        f.form.form()->setText(u"reason"_s, u"a cent"_s);
        f.form.form()->setText(u"date"_s, u"some day"_s);
        f.key(Qt::Key_Return);
        QCOMPARE(f.form.form()->errorShown(), u"Is no day: write 14 Nov 2025"_s);
        f.form.form()->setText(u"date"_s, {});
        const std::int64_t before = f.open(v.id);
        f.key(Qt::Key_Return);
        QVERIFY(f.settled());
        QCOMPARE(f.open(v.id), before - 1);
    }
    void moneyIsTakenBackFromWhatIsSettled()
    {
        Fixture f;
        const DebitId id = f.item(false);
        QVERIFY(id);
        f.form.unallocate(id);
        QVERIFY(f.opened);
        f.key(Qt::Key_Return);
        QVERIFY(f.settled());
        QVERIFY(f.open(id) > 0);
    }
    void moneyNamesWhatItSettles()
    {
        Fixture f;
        const std::uint32_t row = f.ledger().debitRow(f.item(false));
        f.form.unallocate(settlementsOf(f.ledger(), row).allocations.front().credit);
        QVERIFY(f.opened);
        QVERIFY2(f.text(u"invoice"_s).contains(u" of "_s), qPrintable(f.text(u"invoice"_s)));
    }
    void whatCannotBeAskedIsSaid()
    {
        Fixture f;
        f.form.writeOff();
        QVERIFY2(f.said.startsWith(u"Nothing is open on this account"_s), qPrintable(f.said));
        std::uint32_t untouched = noRow;
        for (std::uint32_t row = 0; row < f.ledger().debitCount && untouched == noRow; ++row)
            if (settlementsOf(f.ledger(), row).allocations.empty())
                untouched = row;
        f.form.unallocate(viewDebit(f.ledger(), untouched).id);
        QCOMPARE(f.said, u"No money is allocated to %1"_s.arg(viewDebit(f.ledger(), untouched).number));
        f.workbench->setAsOf(f.workbench->today() - 1);
        f.form.charge();
        QVERIFY(f.said.startsWith(u"Postings are made as of today only"_s));
        QVERIFY(!f.opened);
    }
    void aChargeIsOfTheAccount()
    {
        Fixture f;
        f.form.setCustomer(f.toCall(0));
        f.form.charge();
        QVERIFY(f.opened && !f.form.isOfItem());
        f.type(u"FC-1"_s);
        f.key(Qt::Key_Tab);
        f.type(u"40"_s);
        f.key(Qt::Key_Tab);
        f.type(u"fixed sum"_s);
        const std::uint32_t before = f.ledger().debitCount;
        f.key(Qt::Key_Return);
        QVERIFY(f.settled());
        QCOMPARE(f.ledger().debitCount, before + 1);
    }
};

QTEST_MAIN(TestPostingForm)
#include "tst_postingform.moc"
