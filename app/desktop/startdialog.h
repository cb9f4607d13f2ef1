// What a person sees who starts the program without a book: open one, make one, or practise.
#pragma once
#include <QDialog>

namespace duedesk {

class StartDialog : public QDialog {
    Q_OBJECT
public:
    enum class Choice : std::uint8_t { None, Open, New, Practise };
    static Choice ask();

private:
    StartDialog();
    Choice m_choice = Choice::None;
};

} // namespace duedesk
