#include "core/insight/letters/strategies.h"
#include "core/base/storedwords.h"
#include "core/command/common.h"
#include "core/insight/letters/letter.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int firstDay = -30, lastDay = 365;
constexpr std::size_t mostSteps = 40;

std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

Outcome checkStep(const Book& book, const StrategyStep& step)
{
    const Words which = dayOffsetWords(step.day);
    if (step.day < firstDay || step.day > lastDay)
        return wrong(u"steps", Lang::words("%1 is too far from the due date", which),
                     Lang::words("choose a day from −30 to +365"));
    if (step.minAmount < 0 || step.minAmount > maxRowAmount)
        return wrong(u"steps", Lang::words("%1: the smallest amount is not an amount", which));
    for (const QString& text : {step.letter, step.what, step.who})
        if (const Outcome o = checkText(text, u"steps", wordLimit); !o)
            return o;
    const bool mail = step.channel == StepChannel::Email || step.channel == StepChannel::Letter;
    if (mail && step.letter.isEmpty())
        return wrong(u"letter", Lang::words("%1: no template is chosen", which), Lang::words("choose one"));
    if (mail && !wordingFor(book, step.letter, u"en"_s))
        return wrong(u"letter", Lang::words("%1: there is no approved template “%2”", which, step.letter),
                     Lang::words("choose one of: %1", wordingNames(book).join(u", "_s)));
    if (!mail && step.what.trimmed().isEmpty())
        return wrong(u"steps", Lang::words("%1: what is to be done is missing", which));
    if (!mail && step.day == 0)
        return wrong(u"steps", Lang::words("a call or task on the due date itself cannot be told from others"),
                     Lang::words("choose the day before or after"));
    return {};
}

Outcome checkStrategy(const Book& book, const Strategy& s)
{
    if (s.name.trimmed().isEmpty())
        return wrong(u"name", Lang::words("is missing"), Lang::words("give the strategy a name"));
    for (const auto& [text, field] : {std::pair{s.name, u"name"_s}, std::pair{s.tier, u"tier"_s},
                                      std::pair{s.region, u"region"_s}, std::pair{s.riskClass, u"risk"_s}})
        if (const Outcome o = checkText(text, field, wordLimit); !o)
            return o;
    if (s.customer) {
        const std::uint32_t row = book.customerRow(s.customer);
        if (row == noRow || book.payerRow(row) != row)
            return wrong(u"customer", Lang::words("is not a payer of this book"),
                         Lang::words("choose the customer that pays"));
    }
    if (s.intervalDays < 1 || s.intervalDays > 90)
        return wrong(u"interval", Lang::words("is not between 1 and 90 days"), Lang::words("7 is usual"));
    if (s.steps.empty() || s.steps.size() > mostSteps)
        return wrong(u"steps", s.steps.empty() ? Lang::words("there is none") : Lang::words("there are more than 40"),
                     Lang::words("a ladder has at least one step"));
    std::set<int> days;
    for (const StrategyStep& step : s.steps) {
        if (const Outcome o = checkStep(book, step); !o)
            return o;
        if (!days.insert(step.day).second)
            return wrong(u"steps", Lang::words("two steps on %1", dayOffsetWords(step.day)),
                         Lang::words("one step a day"));
    }
    return {};
}

ChangeSet begin(const Context& x, const QString& action, const QString& object)
{
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = action;
    changes.object = object;
    return changes;
}

bool isName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SaveStrategy& c, const Context& x)
{
    Strategy s = c.strategy;
    s.name = s.name.trimmed();
    std::stable_sort(s.steps.begin(), s.steps.end(),
                     [](const StrategyStep& a, const StrategyStep& b) { return a.day < b.day; });
    if (const Outcome o = checkStrategy(book, s); !o)
        return std::unexpected(o.error());
    const Strategy* before = s.id ? book.rows<Strategy>().find(s.id) : nullptr;
    if (s.id && !before)
        return wrong(u"name", Lang::words("is no longer in this book"), Lang::words("save it as a new one"));
    bool twin = false;
    book.rows<Strategy>().forEach([&](std::uint32_t, const Strategy& o) {
        twin = twin || (o.active && o.id != s.id && o.name.compare(s.name, Qt::CaseInsensitive) == 0);
    });
    if (twin)
        return wrong(u"name", Lang::words("is the name of another strategy"), Lang::words("choose another name"));
    ChangeSet changes = begin(x, u"strategy saved"_s, s.name);
    s.operation = before ? before->operation : x.operation;
    s.retractedBy = {};
    s.active = true;
    changes.summary = Lang::words("Strategy %1 saved for %2.", s.name, strategyScope(book, s));
    if (before) {
        changes.change(*before, std::move(s));
    } else {
        s.id = nextId<StrategyId>(x, Table::Strategy);
        changes.insert(std::move(s));
    }
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const RetireStrategy& c, const Context& x)
{
    const Strategy* s = book.rows<Strategy>().find(c.strategy);
    if (!s || !s->active)
        return wrong(u"strategy", Lang::words("is not in use"));
    ChangeSet changes = begin(x, u"strategy retired"_s, s->name);
    Strategy after = *s;
    after.active = false;
    changes.change(*s, std::move(after));
    changes.summary = Lang::words("Strategy %1 retired; its customers follow the next one that fits.", s->name);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SaveTemplate& c, const Context& x)
{
    const QString name = c.name.trimmed().toLower();
    if (!isName(name))
        return wrong(u"name", Lang::words("is not a name"),
                     Lang::words("use small letters, digits and -, e.g. second-reminder"));
    static const QString letters = u"abcdefghijklmnopqrstuvwxyz"_s;
    const QString& l = c.language;
    if (l.size() != 2 || !letters.contains(l[0]) || !letters.contains(l[1]))
        return wrong(u"language", Lang::words("is not a language"), Lang::words("write two letters, e.g. en"));
    if (const Outcome o = checkText(c.subject, u"subject", wordLimit); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkText(c.body, u"text", noteLimit); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkWording(c.subject, c.body); !o)
        return std::unexpected(o.error());
    LetterTemplate t;
    book.rows<LetterTemplate>().forEach([&](std::uint32_t, const LetterTemplate& o) {
        if (o.name == name && o.language == l)
            t.version = std::max(t.version, o.version + 1);
    });
    t.id = nextId<TemplateId>(x, Table::LetterTemplate);
    t.name = name;
    t.language = l;
    t.subject = c.subject.trimmed();
    t.body = QString(c.body).remove(u'\r').trimmed();
    t.draftedBy = x.user;
    t.operation = x.operation;
    ChangeSet changes = begin(x, u"template drafted"_s, name);
    changes.summary = Lang::words("Template %1 (%2) saved as version %3. It is used once it is approved.", name, l,
                                  QString::number(t.version));
    changes.insert(std::move(t));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const ApproveTemplate& c, const Context& x)
{
    const LetterTemplate* t = book.rows<LetterTemplate>().find(c.letter);
    if (!t)
        return wrong(u"letter", Lang::words("is not in this book"));
    if (t->approvedOn.isValid())
        return fail(ErrorCode::Refused, Lang::words("is approved already, by %1", t->approvedBy), {}, u"letter"_s);
    if (const Outcome o = checkWording(t->subject, t->body); !o)
        return std::unexpected(o.error());
    ChangeSet changes = begin(x, u"template approved"_s, t->name);
    LetterTemplate after = *t;
    after.approvedBy = x.user;
    after.approvedOn = x.today;
    changes.change(*t, std::move(after));
    changes.summary =
        t->draftedBy == x.user
            ? Lang::words("Template %1 version %2 approved by who drafted it.", t->name, QString::number(t->version))
            : Lang::words("Template %1 version %2 approved.", t->name, QString::number(t->version));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const DoStep& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return std::unexpected(payer.error());
    const Strategy& s =
        c.strategy || !isCourted(book.customers()[*payer]) ? strategyById(book, c.strategy) : builtInStrategy(true);
    const auto step = std::find_if(s.steps.begin(), s.steps.end(),
                                   [&](const StrategyStep& t) { return t.day == c.stepDay && t.day != 0; });
    if (step == s.steps.end())
        return wrong(u"step", Lang::words("is not a step of %1", s.name));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    if (c.skipped && c.note.trimmed().isEmpty())
        return wrong(u"note", Lang::words("is missing"), Lang::words("say why the step is skipped"));
    const Words words = Lang::words("%1, %2", dayOffsetWords(step->day), stepWords(*step));
    ChangeSet changes = beginChange(book, *payer, x, c.skipped ? u"reminder step skipped"_s : u"reminder step done"_s);
    Activity a;
    a.id = nextId<ActivityId>(x, Table::Activity);
    a.customer = book.customers()[*payer].id;
    a.kind = step->channel == StepChannel::Letter && !c.skipped ? ActivityKind::Letter : ActivityKind::Note;
    a.at = x.now;
    a.day = x.today;
    a.user = x.user;
    const Words what = c.skipped ? Lang::words("Skipped: %1", words) : Lang::words("Done: %1", words);
    a.note = stored(c.note.isEmpty() ? what : Lang::words("%1. %2", what, c.note));
    a.strategy = c.strategy;
    a.stepDay = c.stepDay;
    a.operation = x.operation;
    changes.insert(std::move(a));
    if (c.skipped) {
        ExceptionEntry e;
        e.id = nextId<ExceptionId>(x, Table::ExceptionEntry);
        e.customer = book.customers()[*payer].id;
        e.kind = ExceptionKind::SkippedStep;
        e.day = x.today;
        e.user = x.user;
        e.reason = stored(Lang::words("%1: %2", words, c.note.trimmed()));
        e.operation = x.operation;
        changes.insert(std::move(e));
    }
    const QString& name = book.customers()[*payer].name;
    changes.summary =
        c.skipped ? Lang::words("%1: %2 skipped.", name, words) : Lang::words("%1: %2 done.", name, words);
    return changes;
}

} // namespace duedesk
