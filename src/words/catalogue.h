// words/catalogue.h: the program's own texts in Bokmål, Nynorsk and English.
// Rule: a key that is missing in one language falls back nn → nb and en → nb; text never comes from anywhere else.
// Keys are typed: they are the keys of assets/lang/nb.yaml, so a misspelt one does not compile.
// A value is a catalogue, passed as an argument; there is no global language.
// Tests: tests/words/catalogue_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace words {

enum class Key : std::uint16_t {
#define KEY(name) name,
#include "words_keys.inc"
#undef KEY
    count_
};
inline constexpr std::size_t key_count = static_cast<std::size_t>(Key::count_);

enum class Language : std::uint8_t { nb, nn, en };
/// "nb", "nn", "en".
std::string_view code(Language language);
/// Bokmål for a code that is not one of the three.
Language language_from(std::string_view code);

/// A value for a `{name}` in a text.
struct Argument {
    std::string_view name;
    std::string value;
    Argument(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
    Argument(std::string_view n, int v) : name(n), value(std::to_string(v)) {}
};

class Catalogue {
  public:
    /// The catalogue of a language, from the texts that are linked in.
    explicit Catalogue(Language language = Language::nb);

    Language language() const { return language_; }
    /// The text as it stands. Valid as long as the catalogue lives.
    const std::string& operator[](Key key) const { return texts_[static_cast<std::size_t>(key)]; }
    /// The text with each `{name}` replaced. A name without a value stays as it is.
    std::string operator()(Key key, std::initializer_list<Argument> arguments) const;

    /// "onsdag 11. mars".
    std::string day(base::Date date) const;
    /// "11. mars".
    std::string short_day(base::Date date) const;

    /// What is wrong, and the next step, in one or two sentences.
    std::string sentence(const base::Error& error) const;

  private:
    Language language_;
    std::array<std::string, key_count> texts_;
};

/// Keys that are in one file and not in another, unequal `{names}`, empty texts: one line each, empty when all is well.
std::vector<std::string> faults();

}  // namespace words
