// What the window remembers for its user, by enum key, in the settings of the platform: look, keys, geometry,
// and a JSON value per page and table. Nothing of a book's data is kept here.
#pragma once
#include "ui/shell/theme.h"

#include <QJsonObject>
#include <QVariant>
#include <memory>

class QSettings;

namespace duedesk {

enum class Key : std::uint8_t {
    ThemeMode,
    Density,
    BodyPixels,
    SingleLetters,
    Geometry,
    LastPage,
    PageState,
    Maximized,
    RecentBooks,
    LastFolder,
    Language, // its code; empty = English
};

class Preferences {
public:
    explicit Preferences(std::unique_ptr<QSettings> settings);
    ~Preferences();

    QVariant get(Key key, const QVariant& fallback = {}) const;
    void set(Key key, const QVariant& value);
    // Keyed further by a name, e.g. the page's id.
    QJsonObject state(Key key, const QString& name) const;
    void setState(Key key, const QString& name, const QJsonObject& value);

    Look look() const;
    void setLook(const Look& look);
    bool singleLetters() const;

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace duedesk
