// A list as data: which columns it has, what each is called and what it says of a line. The window dresses these columns
// (ui/models/listcolumns.h), its export and the command line write the same values, so that the three cannot disagree.
#pragma once
#include "core/domain/book.h"
#include "core/lists/value.h"

#include <functional>
#include <type_traits>

namespace duedesk {

// Functions are pure and are called while painting: they allocate nothing but what they return.
template <class Line> struct ListColumn {
    QString id{}; // the window's column; "" = none there
    Words title{}; // its heading in the window
    ValueKind kind = ValueKind::Text;
    std::function<Value(const Book&, const Line&)> value{};
    QString heading{}; // on the command line, where it is a contract; "" = not there
    std::function<Value(const Book&, const Line&)> code{}; // printed there, where the window has words for it
    // Its place in an order that is not that of the values: names by the alphabet, states by what is worst.
    std::function<std::int64_t(const Book&, const Line&)> order{};

    Value plain(const Book& book, const Line& line) const { return code ? code(book, line) : value(book, line); }

    ListColumn& printed() { return printed(id); }
    template <class Of> ListColumn& printedAs(Of codeOf)
    {
        code = [codeOf](const Book& book, const Line& line) { return asValue(codeOf(book, line)); };
        return printed();
    }
    ListColumn& printed(const QString& name)
    {
        heading = name;
        return *this;
    }
};

// The columns stand in the order of the command line; the window has its own.
template <class Line> struct ListSpec {
    QString id;
    std::vector<ListColumn<Line>> columns{};

    // `of`: a member of Line, or a function of (book, line); text, money, day, ratio or count.
    template <class Of> ListColumn<Line>& add(const QString& columnId, Words title, ValueKind kind, Of of)
    {
        ListColumn<Line>& c = columns.emplace_back();
        c.id = columnId;
        c.title = std::move(title);
        c.kind = kind;
        c.value = [of](const Book& book, const Line& line) -> Value {
            if constexpr (std::is_member_pointer_v<Of>)
                return asValue(line.*of);
            else
                return asValue(of(book, line));
        };
        return c;
    }
    template <class Of> ListColumn<Line>& text(const QString& columnId, Words title, Of of)
    {
        return add(columnId, std::move(title), ValueKind::Text, of);
    }
    // For the command line alone.
    template <class Of> void print(const QString& heading, ValueKind kind, Of of)
    {
        add({}, {}, kind, of).heading = heading;
    }
    // Of base minor units.
    template <class Of> ListColumn<Line>& base(const QString& columnId, Words title, Of of)
    {
        return add(columnId, std::move(title), ValueKind::Money,
                   [of](const Book& book, const Line& line) { return Money{part(of, book, line), book.info().base}; });
    }
    const ListColumn<Line>& column(const QString& columnId) const
    {
        for (const ListColumn<Line>& c : columns)
            if (c.id == columnId)
                return c;
        invariant(false, "a list has no such column");
        return columns.front();
    }

    // Of those who pay and who are ours; `rowOf` names a customer row.
    template <class Of> ListColumn<Line>& payer(const QString& columnId, Of rowOf)
    {
        ListColumn<Line>& c = text(columnId, Lang::words("Payer"), [rowOf](const Book& book, const Line& line) {
            return book.customers()[part(rowOf, book, line)].name;
        });
        c.order = [rowOf](const Book& book, const Line& line) {
            return std::int64_t(book.nameRanks()[part(rowOf, book, line)]);
        };
        return c;
    }
    template <class Of> ListColumn<Line>& owner(Of rowOf)
    {
        return text(QStringLiteral("owner"), Lang::words("Owner"), [rowOf](const Book& book, const Line& line) {
            const std::uint32_t row = part(rowOf, book, line);
            return row == noRow ? QString() : book.customers()[row].owner;
        });
    }
    // "customer,name" of the command line: the customer that a record names, where the window shows who pays.
    template <class Of> void printCustomer(Of rowOf)
    {
        print(QStringLiteral("customer"), ValueKind::Text, [rowOf](const Book& book, const Line& line) {
            return book.customers()[part(rowOf, book, line)].externalId;
        });
        print(QStringLiteral("name"), ValueKind::Text,
              [rowOf](const Book& book, const Line& line) { return book.customers()[part(rowOf, book, line)].name; });
    }

private:
    template <class Of> static auto part(const Of& of, const Book& book, const Line& line)
    {
        if constexpr (std::is_member_pointer_v<Of>)
            return line.*of;
        else
            return of(book, line);
    }
};

} // namespace duedesk
