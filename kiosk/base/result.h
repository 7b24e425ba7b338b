// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace wenlan::base {

// What went wrong. `code` is for machines ("import.no-start"), `message` is a sentence for people,
// `detail` is seen by the log only.
struct Error {
    std::string code;
    std::string message;
    std::string detail = {};
};

// An invariant that must hold in every build; a broken one stops the program.
inline void ensure(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "invariant broken: %s\n", what);
    std::abort();
}

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & {
        ensure(ok(), "value() of a failed Result");
        return *std::get_if<0>(&state_);
    }
    const T& value() const& {
        ensure(ok(), "value() of a failed Result");
        return *std::get_if<0>(&state_);
    }
    // By value, so that a loop over `f().value()` holds what it walks over.
    T value() && {
        ensure(ok(), "value() of a failed Result");
        return std::move(*std::get_if<0>(&state_));
    }
    const Error& error() const {
        ensure(!ok(), "error() of a good Result");
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), ok_(false) {}

    bool ok() const { return ok_; }
    explicit operator bool() const { return ok_; }
    void value() const { ensure(ok_, "value() of a failed Result"); }
    const Error& error() const {
        ensure(!ok_, "error() of a good Result");
        return error_;
    }

private:
    Error error_;
    bool ok_ = true;
};

}  // namespace wenlan::base

// Gives the value of a Result, or returns its error from the enclosing function.
#define TRY(expression)                                              \
    (__extension__({                                                 \
        auto try_result = (expression);                              \
        if (!try_result.ok()) return try_result.error();             \
        std::move(try_result).value();                               \
    }))
