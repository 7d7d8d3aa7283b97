#include "app/edition_words.h"

namespace app {

using words::Key;

Key name_of(book::Change kind) {
    switch (kind) {
        case book::Change::added: return Key::compare_new;
        case book::Change::gone: return Key::compare_gone;
        case book::Change::moved: return Key::compare_moved;
        case book::Change::changed:
        case book::Change::same: break;
    }
    return Key::compare_changed;
}

Key name_of(book::Fact fact) {
    switch (fact) {
        case book::Fact::title: return Key::compare_field_title;
        case book::Fact::number: return Key::compare_field_number;
        case book::Fact::minutes: return Key::compare_field_minutes;
        case book::Fact::meetings: return Key::compare_field_meetings;
        case book::Fact::forms: return Key::compare_field_forms;
        case book::Fact::materials: return Key::compare_field_materials;
        case book::Fact::picture: return Key::compare_field_picture;
        case book::Fact::aid: return Key::compare_field_aid;
        case book::Fact::plan: break;
    }
    return Key::compare_field_plan;
}

}  // namespace app
