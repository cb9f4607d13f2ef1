// 100,000 random steps over small books: people change, merge, leave, sites change their payer, selections grow stale, mails
// are queued and claimed. Whatever happens, nothing of one payer is queued for, or sent to, another.
#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/insight/letters/statement.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 100, stepsOfRun = 1000;

class Model {
public:
    explicit Model(unsigned seed) : m_random(seed)
    {
        for (int c = 0; c < 6; ++c) {
            const std::string id = "C" + std::to_string(c);
            m_maker.customer(id).name = QString::fromStdString("Name " + id);
            for (int k = 0; k < 3; ++k) {
                Contact p;
                p.customer = m_maker.customer(id).id;
                p.name = QString::fromStdString(id + " person " + std::to_string(k));
                p.email = u"p%1@%2.example"_s.arg(k).arg(QString::fromStdString(id).toLower());
                p.role = k == 0 ? ContactRole::ApClerk : ContactRole::ApLead;
                m_maker.add(p);
            }
            for (int i = 0; i < 3; ++i)
                m_maker.invoice(id, "100.00", "2025-09-01", "2025-10-01");
        }
        m_maker.payment("C0", "1.00", "2025-11-13");
        m_book = m_old = m_maker.build();
    }
    void step();
    int queued = 0, claimed = 0, refused = 0;

private:
    template <class T> const T& any(const Book& b)
    {
        return b.rows<T>()[std::uint32_t(below(int(b.rows<T>().size())))];
    }
    int below(int n) { return int(m_random() % unsigned(n)); }
    Context context()
    {
        return {below(2) ? u"me"_s : u"you"_s, m_now, m_book->dayOf(m_now), &m_maker.ids(), OperationId(++m_operation)};
    }
    bool apply(const Command& c);
    void queue();
    void change();
    void claim();
    bool ofOnePayer(const OutboxMessage& m) const;

    std::mt19937 m_random;
    BookMaker m_maker{"EUR"};
    BookPtr m_book, m_old; // what a screen still shows
    Instant m_now = instantIn({}, day("2025-11-14"), 10 * 60);
    std::int64_t m_operation = 10, m_revision = 1, m_mails = 0;
};

bool Model::apply(const Command& c)
{
    const auto r = decide(*m_book, c, context());
    if (!r) {
        ++refused;
        return false;
    }
    m_book = m_book->with(*r, ++m_revision);
    for (const auto& change : r->of<OutboxMessage>()) {
        if (!change.before)
            ++queued;
        if (change.after.state == OutboxState::Sending)
            ++claimed;
        if ((!change.before || change.after.state == OutboxState::Sending) && !ofOnePayer(change.after))
            throw std::logic_error(
                QStringLiteral("a mail of one payer goes to another: customer %1, contact %2, to %3, state %4")
                    .arg(change.after.customer.value)
                    .arg(change.after.contact.value)
                    .arg(change.after.toAddress, outboxStateName(change.after.state))
                    .toStdString());
    }
    return true;
}

// Worked out from the rows alone, without the guards.
bool Model::ofOnePayer(const OutboxMessage& m) const
{
    const auto payerOf = [&](CustomerId id) {
        const Customer* c = m_book->customers().find(id);
        return c && c->payer ? c->payer : id;
    };
    const Contact* to = m_book->rows<Contact>().find(m.contact);
    if (payerOf(m.customer) != m.customer || !to || payerOf(to->customer) != m.customer || to->mergedInto)
        return false;
    if (to->email.compare(m.toAddress, Qt::CaseInsensitive) != 0)
        return false;
    for (const DebitId d : m.debits) {
        const std::uint32_t row = m_book->ledger().debitRow(d);
        const auto [c, i] = m_book->ledger().debit(row);
        if (payerOf(m_book->customers()[c->customer[i]].id) != m.customer)
            return false;
    }
    return true;
}

// Parts of the mail come from the book, from what a screen still shows, or from another row altogether.
void Model::queue()
{
    const Book& seen = below(3) ? *m_book : *m_old;
    const Contact& to = any<Contact>(seen);
    const std::uint32_t site = seen.customerRow(to.customer);
    const Customer& payer = below(8) ? seen.customers()[seen.payerRow(site)] : any<Customer>(seen);
    MailDraft m;
    m.customer = payer.id;
    m.contact = below(10) ? to.id : any<Contact>(seen).id;
    m.toAddress = below(10) ? to.email : any<Contact>(seen).email;
    const Ledger& l = seen.ledger();
    for (int n = below(4); n > 0; --n) {
        const auto debits = l.debitsOf(below(10) ? site : std::uint32_t(below(6)));
        m.debits.push_back(viewDebit(l, debits[std::size_t(below(int(debits.size())))]).id);
    }
    if (const auto s = statementOf(*m_book, m.customer, m.contact, m_book->dayOf(m_now), m.debits))
        for (const StatementItem& item : s->items) {
            const Customer* of = m_book->customers().find(item.customer);
            if ((of->payer ? of->payer : of->id) != m.customer)
                throw std::logic_error("a statement holds a line of another payer");
        }
    m.subject = u"s"_s;
    m.messageId = u"<%1@us.example>"_s.arg(++m_mails);
    m.bodySha256 = QByteArray(64, 'c');
    m.size = 1;
    apply(QueueMails{{m}});
}

void Model::change()
{
    const Contact& p = any<Contact>(*m_book);
    switch (below(7)) {
    case 0: {
        Contact fields = p;
        fields.email = below(2) ? any<Contact>(*m_book).email : u"new%1@x.example"_s.arg(below(50));
        apply(EditContact{p.id, fields});
        break;
    }
    case 1: apply(MergeContacts{p.id, any<Contact>(*m_book).id, {}}); break;
    case 2: apply(MarkDefect{p.id, below(2) ? ContactDefect::Left : ContactDefect::None, {}}); break;
    case 3: apply(SwitchPayer{any<Customer>(*m_book).id, any<Customer>(*m_book).id}); break;
    case 4: apply(SwitchPayer{any<Customer>(*m_book).id, {}}); break;
    case 5: apply(ConfirmAddress{p.id, false, {}}); break;
    default: m_now += Instant(below(30)) * 3'600'000; break;
    }
}

void Model::claim()
{
    if (m_book->rows<OutboxMessage>().size() == 0)
        return;
    m_now += mailHoldMs;
    const OutboxMessage m = any<OutboxMessage>(*m_book);
    if (apply(StartSending{m.id, OperationId(5)})
        && m_book->rows<OutboxMessage>().find(m.id)->state == OutboxState::Sending)
        apply(FinishSending{m.id, OperationId(5), OutboxState::Sent, {}});
}

void Model::step()
{
    switch (below(4)) {
    case 0: change(); break;
    case 1: claim(); break;
    default: queue(); break;
    }
    if (below(20) == 0)
        m_old = m_book;
}

} // namespace

class TestMailModel : public QObject {
    Q_OBJECT
private slots:
    void nothingGoesToAnotherPayer();
};

void TestMailModel::nothingGoesToAnotherPayer()
{
    int queued = 0, claimed = 0, refused = 0;
    for (unsigned run = 0; run < runs; ++run) {
        Model m(run);
        for (int i = 0; i < stepsOfRun; ++i)
            m.step();
        queued += m.queued;
        claimed += m.claimed;
        refused += m.refused;
    }
    QVERIFY2(queued > 5000 && claimed > 1000 && refused > 5000,
             qPrintable(u"%1 queued, %2 claimed, %3 refused"_s.arg(queued).arg(claimed).arg(refused)));
}

QTEST_APPLESS_MAIN(TestMailModel)
#include "tst_mailmodel.moc"
