// The one style sheet: token names between @ signs are replaced by the values of the theme in force.
// Widgets are addressed by class or by the dynamic property "look", never by the name of a page.
#include "ui/shell/theme.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr auto sheet = R"(
* { outline: 0; }
QMainWindow, QDialog, QWizard { background: @window@; }
QToolTip { background: @toast@; color: @onToast@; border: 0; padding: 4px 8px; font-size: @caption@px; }
QFrame[look="surface"], QWidget[look="surface"] { background: @surface@; border: 0; }
QWidget[look="ground"] { background: @window@; border: 0; }
QFrame[look="card"] { background: @surface@; border: 1px solid @line@; border-radius: 8px; }
QFrame[look="active"] { background: @surface@; border: 1px solid @accent@; border-radius: 8px; }
QFrame[look="news"] { background: @accentSoft@; border: 0; border-bottom: 1px solid @line@; }
QFrame[look="alarm"] { background: @surface@; border: 0; border-left: 4px solid @warn@; border-bottom: 1px solid @line@; }
QFrame[look="line"] { background: @line@; border: 0; }
QFrame[look="toast"] { background: @toast@; border: 0; border-radius: 6px; }
QFrame[look="toast"] QLabel { color: @onToast@; }
QFrame[look="toast"] QPushButton { background: transparent; border: 0; color: @toastLink@; font-weight: 600; padding: 4px 8px; }
QFrame[look="toast"] QPushButton:focus { text-decoration: underline; }

QLabel { background: transparent; color: @text@; }
QLabel[look="muted"] { color: @muted@; }
QLabel[look="caption"] { color: @muted@; font-size: @caption@px; }
QLabel[look="heading"] { color: @muted@; font-size: @caption@px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="section"] { font-size: @section@px; font-weight: 600; }
QLabel[look="title"] { font-size: @title@px; font-weight: 700; }
QLabel[look="kpi"] { font-size: @kpi@px; font-weight: 700; }
QLabel[look="good"] { color: @good@; }
QLabel[look="warn"] { color: @warn@; }
QLabel[look="bad"] { color: @bad@; }
QLabel[look="error"] { color: @bad@; font-size: @caption@px; }
QLabel[look="chip"] { background: @chip@; color: @text@; border-radius: 8px; padding: 1px 8px; font-size: @caption@px; }
QLabel[look="key"] { background: @surface@; color: @muted@; border: 1px solid @line@; border-radius: 3px; padding: 0 5px; font-size: @caption@px; }

QPushButton { background: @surface@; color: @text@; border: 1px solid @line@; border-radius: 4px; padding: 5px 12px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @selected@; }
QPushButton:focus { border-color: @accent@; }
QPushButton:disabled { color: @muted@; background: @window@; }
QPushButton:default, QPushButton[look="primary"] { background: @accent@; color: @onAccent@; border-color: @accent@; font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid @text@; padding: 4px 11px; }
QPushButton[look="primary"]:disabled { background: @chip@; color: @muted@; border-color: @line@; }
QPushButton[look="link"] { background: transparent; border: 0; color: @accent@; padding: 2px 4px; text-align: left; }
QPushButton[look="link"]:focus { text-decoration: underline; }
QPushButton[look="chip"] { background: @chip@; border: 1px solid @chip@; border-radius: 9px; padding: 1px 9px; font-size: @caption@px; }
QPushButton[look="chip"]:focus, QPushButton[look="chip"]:hover { border-color: @accent@; }
QPushButton[look="chip"]:checked { background: @accentSoft@; color: @accent@; border-color: @accent@; }
QToolButton { background: transparent; color: @text@; border: 0; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: @hover@; }
QToolButton:focus { background: @selected@; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {
  background: @field@; color: @text@; border: 1px solid @line@; border-radius: 4px; padding: 4px 8px;
  selection-background-color: @accent@; selection-color: @onAccent@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {
  border-color: @accent@; background: @surface@; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QDateEdit[wrong="true"], QComboBox[wrong="true"] { border-color: @bad@; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @muted@; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/duedesk/icons/chevron-@mode@.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface@; border: 1px solid @line@; selection-background-color: @selected@; selection-color: @text@; }
QCheckBox, QRadioButton { background: transparent; color: @text@; spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: @accent@; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted@; background: @field@; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/duedesk/icons/check-@mode@.svg); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent@; background: @onAccent@; }

QTableView, QListView, QTreeView { background: @surface@; color: @text@; border: 0; selection-background-color: @selected@; selection-color: @text@; }
QListView::item { padding: 4px 8px; border-radius: 4px; }
QListView::item:selected { background: @selected@; color: @text@; }
QHeaderView { background: @surface@; border: 0; }
QHeaderView::section { background: @surface@; color: @muted@; font-size: @caption@px; font-weight: 600; border: 0;
  border-bottom: 1px solid @line@; padding: 0 10px; }
QHeaderView::section:hover { color: @text@; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0; height: 0; }
QTableCornerButton::section { background: @surface@; border: 0; }

QTabBar { background: transparent; border: 0; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted@; border: 0; border-bottom: 2px solid transparent; padding: 9px 11px 9px 11px; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @accent@; border-bottom: 2px solid @accent@; font-weight: 600; }
QTabBar::tab:focus { color: @accent@; }
QTabBar QToolButton { background: @surface@; }
QTabWidget::pane { border: 0; }

QMenu { background: @surface@; color: @text@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selected@; }
QMenu::item:disabled { color: @muted@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QMenuBar { background: @surface@; color: @text@; border-bottom: 1px solid @line@; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: @selected@; }

QSplitter::handle { background: @line@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[look="scroll"] { background: transparent; border: 0; }
QAbstractScrollArea { border: 0; }
QPlainTextEdit { border: 1px solid @line@; }
QPlainTextEdit:focus { border-color: @accent@; }
QPlainTextEdit[wrong="true"] { border-color: @bad@; }
QListWidget[look="side"] { border-right: 1px solid @line@; padding: 8px 6px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: 0; width: 0; height: 0; }

QProgressBar { background: @chip@; border: 0; border-radius: 3px; height: 6px; max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QGroupBox { border: 0; margin-top: 16px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @muted@; }
)";

} // namespace

QString Theme::styleSheet() const
{
    QString s = QString::fromLatin1(sheet);
    static constexpr std::array<const char*, tokenCount> names{
        "window", "surface",  "line",  "text", "muted",      "accent", "onAccent", "good",    "warn",
        "bad",    "selected", "hover", "chip", "accentSoft", "field",  "toast",    "onToast", "toastLink"};
    for (std::size_t i = 0; i < names.size(); ++i)
        s.replace(u'@' + QLatin1StringView(names[i]) + u'@', m_colors[i].name());
    s.replace(u"@mode@"_s, m_dark ? u"dark"_s : u"light"_s);
    const auto size = [&](const char* name, TextRole r) {
        s.replace(u'@' + QLatin1StringView(name) + u'@', QString::number(font(r).pixelSize()));
    };
    size("caption", TextRole::Caption);
    size("section", TextRole::Section);
    size("title", TextRole::Title);
    size("kpi", TextRole::Kpi);
    return s;
}

} // namespace duedesk
