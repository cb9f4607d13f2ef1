// Reminders and the mail of the book: what is due today, the outbox, strategies, templates, the mail account, and the mail
// by hand that other screens ask for.
#pragma once
#include "ui/pages/page.h"

class QStackedWidget;

namespace duedesk {

class DueView;
class LaneBar;
class MailAccountView;
class MailPanel;
class OutboxView;
class Prompter;
class StrategyView;
class TemplateView;
class Workbench;

class RemindersPage : public Page {
    Q_OBJECT
public:
    RemindersPage(Workbench& workbench, Prompter& prompter, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    void refresh() override;
    bool back() override;
    QWidget* listWidget() const override;
    // "write:CUSTOMER" (its number) starts a mail to its payer, "confirm:CUSTOMER" the one drafted about what they did not
    // confirm; "outbox", "strategies", "templates", "account" show that view.
    void drill(const QString& filter) override;
    void mailTrouble(const QString& why) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    void showView(const QString& id);
    QString currentView() const;
    DueView* dueView() const { return m_due; }
    OutboxView* outboxView() const { return m_outbox; }
    StrategyView* strategyView() const { return m_strategies; }
    TemplateView* templateView() const { return m_templates; }
    MailAccountView* accountView() const { return m_account; }
    MailPanel* mail() const { return m_mail; }

private:
    void bindLists(ActionCatalog& catalog);
    void write(CustomerId payer, bool aboutConfirm = false);
    void fillTabs();
    void tell();
    void skip();
    void attach();
    void openPayer(CustomerId payer);

    Workbench& m_workbench;
    Prompter& m_prompter;
    LaneBar* m_tabs;
    QStackedWidget *m_stack, *m_sides;
    DueView* m_due;
    OutboxView* m_outbox;
    StrategyView* m_strategies;
    TemplateView* m_templates;
    MailAccountView* m_account;
    MailPanel* m_mail;
};

} // namespace duedesk
