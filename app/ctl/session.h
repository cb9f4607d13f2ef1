// One run of the command line: the common options, the clock, and the book that the command works on.
#pragma once
#include "app/ctl/table.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/outputfile.h"
#include "core/command/command.h"
#include "core/domain/book.h"
#include "core/insight/calls/calllist.h"

#include <QCommandLineParser>
#include <memory>
#include <optional>

namespace duedesk {
class BookStore;
}

namespace duedesk::ctl {

struct Session {
    Session();
    ~Session();

    QString bookPath;
    std::optional<Date> asOf;
    Format format = Format::Table;
    QString user;
    bool quiet = false;
    bool terminalErrors = false; // stderr is a terminal: progress may be shown
    std::unique_ptr<Clock> clock;
    std::unique_ptr<BookStore> store;
    BookPtr book;

    Outcome needBookPath() const;
    // What no output of this call may be written over: the book and what lies beside it.
    OutputDoor output() const { return OutputDoor(bookPath); }
    // Opens and loads the book, once. Writing refuses --as-of (Usage).
    Outcome openForReading();
    Outcome openForWriting();
    Outcome refuseAsOf() const; // what every command that writes asks first
    Date today() const { return book->dayOf(clock->now()); }
    Date day() const { return asOf.value_or(today()); } // D
    const BehaviourModel& behaviour();
    const CallList& calls();
    // The customer named on the command line, as its payer's row; InputRejected when unknown.
    Result<std::uint32_t> payer(const QString& externalId) const;
    void progress(const QString& what, double fraction) const;

private:
    Outcome open(bool write);
    std::optional<BehaviourModel> m_behaviour;
    std::optional<CallList> m_calls;
};

struct Command {
    const char* name;
    const char* arguments; // "FILE…", for usage
    const char* help;
    void (*options)(QCommandLineParser&);
    // A list answers a Table and can be exported; an action prints for itself and goes first where both are there.
    Result<Table> (*list)(Session&, const QCommandLineParser&);
    Result<int> (*action)(Session&, const QCommandLineParser&);
    bool takesOptionsOnly() const; // no word of its own behind the name
};

// Decides a command of the core on the opened book and writes it; where another program is first, again on the book as
// it is then. What was done.
Result<ChangeSet> submit(Session& s, const duedesk::Command& command);
void warn(const QString& sentence); // to stderr; "" says nothing

const std::vector<Command>& commands();
const Command* findCommand(const QString& name);
// Arguments after the command's own name.
QStringList operands(const QCommandLineParser& parser);
Outcome expectOperands(const QCommandLineParser& parser, int least, int most, const char* usage);
QString option(const QCommandLineParser& p, const char* name); // its value; "" when it is not given
// --customer ID: who pays for that customer, and every customer it pays for. One meaning in every list.
void customerOption(QCommandLineParser& p);
struct OnlyPayer {
    std::uint32_t payer = noRow; // noRow = all
    bool takes(const Book& book, std::uint32_t customerRow) const
    {
        return payer == noRow || (customerRow != noRow && book.payerRow(customerRow) == payer);
    }
    bool takes(const Book& book, CustomerId customer) const { return takes(book, book.customerRow(customer)); }
};
// With the book open; InputRejected when nobody has that id.
Result<OnlyPayer> onlyPayer(const Session& s, const QCommandLineParser& p);
// An option, or another word of the command line, with what was given and what is wrong with it.
Error usageError(const char* field, const QString& value, const QString& what, const QString& remedy);
Error notUnderstood(const char* field, const QString& value, const QString& remedy);
// The value of an option as a number in [lo, hi]; `otherwise` when absent.
Result<int> intOption(const QCommandLineParser& p, const QString& name, int otherwise, int lo, int hi);
Result<Date> dateOption(const QCommandLineParser& p, const char* name); // its value as a day
// Adds the common options to a parser and takes their values into the session.
void addCommonOptions(QCommandLineParser& p);
Outcome takeCommonOptions(Session& s, const QCommandLineParser& p);

} // namespace duedesk::ctl
