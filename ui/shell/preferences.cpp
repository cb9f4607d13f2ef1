#include "ui/shell/preferences.h"

#include <QJsonDocument>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QString nameOf(Key key)
{
    switch (key) {
    case Key::ThemeMode: return u"look/theme"_s;
    case Key::Density: return u"look/density"_s;
    case Key::BodyPixels: return u"look/bodyPixels"_s;
    case Key::SingleLetters: return u"keys/singleLetters"_s;
    case Key::Geometry: return u"window/geometry"_s;
    case Key::LastPage: return u"window/page"_s;
    case Key::PageState: return u"pages"_s;
    case Key::Maximized: return u"window/maximized"_s;
    case Key::RecentBooks: return u"books/recent"_s;
    case Key::LastFolder: return u"files/folder"_s;
    case Key::Language: return u"look/language"_s;
    }
    return {};
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> settings) : m_settings(std::move(settings)) {}

Preferences::~Preferences() = default;

QVariant Preferences::get(Key key, const QVariant& fallback) const { return m_settings->value(nameOf(key), fallback); }

void Preferences::set(Key key, const QVariant& value) { m_settings->setValue(nameOf(key), value); }

QJsonObject Preferences::state(Key key, const QString& name) const
{
    const QString path = nameOf(key) + u'/' + name;
    return QJsonDocument::fromJson(m_settings->value(path).toString().toUtf8()).object();
}

void Preferences::setState(Key key, const QString& name, const QJsonObject& value)
{
    const QString path = nameOf(key) + u'/' + name;
    m_settings->setValue(path, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
}

Look Preferences::look() const
{
    Look look;
    look.mode = ThemeMode(std::clamp(get(Key::ThemeMode, int(look.mode)).toInt(), 0, int(ThemeMode::Dark)));
    look.density = Density(std::clamp(get(Key::Density, int(look.density)).toInt(), 0, int(Density::Roomy)));
    look.bodyPixels = std::clamp(get(Key::BodyPixels, look.bodyPixels).toInt(), 11, 20);
    return look;
}

void Preferences::setLook(const Look& look)
{
    set(Key::ThemeMode, int(look.mode));
    set(Key::Density, int(look.density));
    set(Key::BodyPixels, look.bodyPixels);
}

bool Preferences::singleLetters() const { return get(Key::SingleLetters, true).toBool(); }

} // namespace duedesk
