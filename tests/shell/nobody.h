// tests/shell/nobody.h: windows and system that do nothing, for a desk without either.
#pragma once

#include "shell/desk.h"

namespace shell {

struct Nobody final : Surroundings {
    app::Actions load_handbook(words::Language) override { return {}; }
    app::Actions show_wall(bool) override { return {}; }
    app::Actions move_wall(const std::string&) override { return {}; }
    base::Outcome open_url(const std::string&) override { return base::done(); }
    void copy_text(const std::string&) override {}
    app::Actions load_edition(const app::LoadEdition&) override { return {}; }
    void speak(const std::string&, words::Language) override {}
    void stop_speaking() override {}
    app::Actions play_chime() override { return {}; }
};

}  // namespace shell
