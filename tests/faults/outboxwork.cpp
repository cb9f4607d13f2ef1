// The workload of the outbox campaign: a whole program (workbench, postman) over one book and a real SMTP server, made to
// be killed. What it was told is in the book it says on stdout, a line each.
//   outboxwork create BOOK PORT
//   outboxwork work BOOK HOUR N    queues N mails, then works the outbox until it rests; HOUR moves the clock on
//   outboxwork settle BOOK HOUR    works it until it rests, without new mails
//   outboxwork check BOOK MAILS ACKNOWLEDGED   compares the book with what the server kept in the folder MAILS
#include "core/mail/secretstore.h"
#include "core/workbench/postman.h"
#include "tests/support/outboxbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QStringList>
#include <cstdio>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int payers = 12;

// In one write, at once: what was said before a kill counts as said.
void say(const QString& line)
{
    const QByteArray bytes = (line + u'\n').toUtf8();
    if (::write(STDOUT_FILENO, bytes.constData(), std::size_t(bytes.size())) != bytes.size())
        ::_exit(7);
}

int told(const Error& e)
{
    std::fprintf(stderr, "%s\n", qPrintable(e.message()));
    return 3;
}

// Queued mails are held and put-off ones wait: the clock jumps to when they may go.
int work(const QString& path, int hour, int mails)
{
    FixedClock clock(outboxNow + Instant(hour) * 3'600'000);
    auto storage = Storage::open(path, u"clara"_s, clock);
    if (!storage)
        return told(storage.error());
    SessionSecrets session, keychain;
    Workbench bench(std::move(*storage), clock, u"clara"_s, path);
    Postman postman(bench, session, keychain, Postman::Options{{2'000, 2, 5'000}, {}, 20});
    for (int i = 0; i < mails; ++i) {
        const auto id = queueMail(bench, std::uint32_t((hour + i) % payers));
        if (!id)
            return told(id.error());
        const OutboxMessage* m = bench.book()->rows<OutboxMessage>().find(*id);
        if (!m)
            return told(Error{});
        say(u"queued "_s + m->messageId);
    }
    for (int jumps = 0; jumps < 12; ++jumps) {
        clock.set(clock.now() + 12'000);
        postman.look();
        waitUntil([&] { return postman.mode() == Postman::Mode::Resting || postman.mode() == Postman::Mode::Waiting; });
        if (postman.mode() == Postman::Mode::Resting)
            break;
        clock.set(clock.now() + 130 * 60'000); // the longest that a mail is put off
    }
    postman.close();
    return 0;
}

QString idOf(const QByteArray& mail)
{
    const qsizetype at = mail.indexOf("Message-ID: ");
    return QString::fromLatin1(mail.mid(at + 12, mail.indexOf("\r\n", at) - at - 12));
}

QHash<QString, int> keptIn(const QString& folder)
{
    QHash<QString, int> kept;
    for (const QString& name : QDir(folder).entryList({u"*.eml"_s})) {
        QFile f(folder + u'/' + name);
        if (f.open(QIODevice::ReadOnly))
            ++kept[idOf(f.readAll())];
    }
    return kept;
}

int complain(const QString& what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    return 1;
}

// Nothing twice, nothing lost, and every state says no more than is true.
int check(const QString& path, const QString& folder, const QString& acknowledged)
{
    auto store = BookStore::open(path, BookStore::Mode::ReadWrite, {u"clara"_s, outboxNow});
    if (!store)
        return told(store.error());
    if (const auto book = (*store)->load(); !book)
        return told(book.error());
    const auto report = (*store)->verify();
    if (!report || !report->isClean())
        return complain(u"the book is not clean"_s);
    const QHash<QString, int> kept = keptIn(folder);
    QHash<QString, OutboxState> rows;
    int bad = 0, count[7] = {};
    (*store)->book()->rows<OutboxMessage>().forEach([&](std::uint32_t, const OutboxMessage& m) {
        rows.insert(m.messageId, m.state);
        ++count[int(m.state)];
        const int there = kept.value(m.messageId);
        const bool mayBe = m.state == OutboxState::Sent                                         ? there == 1
                           : m.state == OutboxState::Unknown || m.state == OutboxState::Sending ? there <= 1
                                                                                                : there == 0;
        if (!mayBe)
            bad += complain(
                u"%1 is %2 and the server has it %3 times"_s.arg(m.messageId, outboxStateName(m.state)).arg(there));
    });
    for (auto it = kept.begin(); it != kept.end(); ++it)
        if (!rows.contains(it.key()))
            bad += complain(u"the server has %1, the book does not"_s.arg(it.key()));
    QFile f(acknowledged);
    if (!f.open(QIODevice::ReadOnly))
        return complain(u"no acknowledgements"_s);
    int said = 0;
    for (const QByteArray& line : f.readAll().split('\n'))
        if (line.startsWith("queued ") && ++said && !rows.contains(QString::fromLatin1(line.mid(7))))
            bad += complain(u"lost: "_s + QString::fromLatin1(line));
    std::printf("%d queued, %d sent, %d unknown, %d failed, %d waiting, %d being sent\n", said,
                count[int(OutboxState::Sent)], count[int(OutboxState::Unknown)], count[int(OutboxState::Failed)],
                count[int(OutboxState::Queued)], count[int(OutboxState::Sending)]);
    return bad == 0 ? 0 : 2;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.size() < 4)
        return 1;
    if (args[1] == u"create"_s) {
        const Outcome o = makeOutboxBook(args[2], payers, args[3].toInt());
        return o ? 0 : told(o.error());
    }
    if (args[1] == u"work"_s && args.size() > 4)
        return work(args[2], args[3].toInt(), args[4].toInt());
    if (args[1] == u"settle"_s)
        return work(args[2], args[3].toInt(), 0);
    if (args[1] == u"check"_s && args.size() > 4)
        return check(args[2], args[3], args[4]);
    return 1;
}
