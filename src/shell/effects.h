// shell/effects.h: carries out what `app` named, and says what came of it as actions.
// Rule: writes reach the file in the order they were named; when one fails, those after it are not tried past it. A
// store that cannot be opened never stops the program. Used by: desk.cpp. Tests: tests/shell/desk_test.cpp
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "app/action.h"
#include "store/store.h"

namespace shell {

/// What effects reach besides the store: the windows and the system around them. The tour has its own.
class Surroundings {
  public:
    virtual ~Surroundings() = default;
    virtual app::Actions load_handbook(words::Language language) = 0;
    virtual app::Actions show_wall(bool visible) = 0;
    virtual app::Actions move_wall(const std::string& screen) = 0;
    virtual base::Outcome open_url(const std::string& url) = 0;
    virtual void copy_text(const std::string& text) = 0;
    virtual app::Actions load_edition(const app::LoadEdition& wanted) = 0;
    virtual void speak(const std::string& text, words::Language language) = 0;
    virtual void stop_speaking() = 0;
    /// Answers at once; the sound goes on beside the program.
    virtual app::Actions play_chime() = 0;
};

class EffectRunner {
  public:
    EffectRunner(std::filesystem::path folder, Surroundings& surroundings)
        : folder_(std::move(folder)), surroundings_(surroundings) {}

    app::Actions perform(const app::Effect& effect, const app::Model& model, base::Instant now);
    /// Forgets that a write failed: called before each batch of effects.
    void begin_batch() { refused_.reset(); }
    /// Takes over a store that was opened elsewhere (on a thread, while the window was made).
    app::Actions opened(base::Result<store::Store> opening);
    /// Writes the settings that differ from what is stored.
    void keep_settings(const std::map<std::string, std::string>& settings);
    /// A dated backup when something was written, and the file is closed.
    void close(base::Instant now);

  private:
    struct Performer;

    std::filesystem::path folder_;
    Surroundings& surroundings_;
    std::optional<store::Store> store_;
    base::Error closed_because_{base::Fault::not_found, {}, "the store is not open"};
    std::map<std::string, std::string> stored_settings_;
    bool wrote_ = false;
    std::optional<base::Error> refused_;  ///< a write of this batch failed
};

}  // namespace shell
