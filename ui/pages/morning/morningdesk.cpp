#include "ui/pages/morning/morningdesk.h"

#include <QJsonDocument>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype booksKept = 8;

QJsonObject jsonOf(const std::optional<MorningMark>& mark)
{
    return mark ? QJsonDocument::fromJson(mark->toJson()).object() : QJsonObject();
}

std::optional<MorningMark> markFrom(const QJsonValue& value)
{
    return MorningMark::fromJson(QJsonDocument(value.toObject()).toJson());
}

} // namespace

MorningDesk::MorningDesk(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    connect(&workbench, &Workbench::insightsChanged, this, &MorningDesk::update);
    QMetaObject::invokeMethod(this, &MorningDesk::update, Qt::QueuedConnection); // once the state is restored
}

void MorningDesk::update()
{
    if (!m_workbench.isToday())
        return;
    const BookPtr book = m_workbench.book();
    const Date day = m_workbench.today();
    if (m_day != day) {
        if (m_day.isValid() && m_day < day && m_known) // open over night: what was known in the evening
            m_last = morningMark(*m_known, m_day);
        m_base = m_last && m_last->day < day ? m_last : std::nullopt;
        m_day = day;
    }
    m_known = book;
    m_latest.ask(
        [book, day, base = m_base] {
            auto a = std::make_shared<Answer>();
            a->book = book;
            a->then = base ? *base : eveMark(*book, day);
            a->summary = morning(a->then, *book, day);
            return std::shared_ptr<const Answer>(a);
        },
        [this](const auto& a) {
            m_answer = a;
            m_problem.clear();
            if (!m_base && a->summary.day == m_day)
                m_base = a->then;
            emit changed();
        },
        [this](const QString& why) {
            m_answer.reset();
            m_problem = why;
            emit changed();
        });
}

bool MorningDesk::isStripWanted() const
{
    return m_answer && m_workbench.isToday() && m_putAway != m_answer->summary.day && !m_answer->summary.isEmpty();
}

void MorningDesk::putAway()
{
    m_putAway = m_day;
    emit changed();
}

QJsonObject MorningDesk::saveState() const
{
    QJsonObject own{{u"last"_s, jsonOf(morningMark(*m_workbench.book(), m_workbench.today()))},
                    {u"base"_s, jsonOf(m_base)},
                    {u"day"_s, m_day.toIso()}};
    QJsonObject state = m_others;
    while (state.size() >= booksKept)
        state.erase(state.begin());
    state.insert(m_workbench.book()->info().uuid, own);
    return state;
}

void MorningDesk::restoreState(const QJsonObject& state)
{
    m_others = state;
    const QString uuid = m_workbench.book()->info().uuid;
    m_others.remove(uuid);
    const QJsonObject own = state.value(uuid).toObject();
    m_last = markFrom(own.value(u"last"_s));
    const auto day = Date::fromIso(own.value(u"day"_s).toString());
    if (day && *day == m_workbench.today()) { // seen today: the same summary, without the strip
        m_base = markFrom(own.value(u"base"_s));
        m_day = m_putAway = *day;
    } else {
        m_day = {};
    }
    update();
}

} // namespace duedesk
