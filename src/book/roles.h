// book/roles.h: what a heading or the opening of a text means, in Bokmål, Nynorsk and English. One table for all.
// Rule: a word that is not in the table has no role, and what has no role is for the leaders only.
// Called by: sections, slides, checker.                                              Tests: tests/book/privacy_test.cpp
#pragma once

#include <optional>
#include <string_view>

#include "book/document.h"

namespace book {

/// The role of an H2 by its text; nothing when the table does not know it.
std::optional<Role> role_of_heading(std::string_view heading);
/// True for a text that opens like a note to the leaders: "Til kursleder. …", whatever signs stand before it.
bool opens_for_leaders(std::string_view text);
/// The Bokmål heading for a role, for messages.
std::string_view heading_for(Role role);

}  // namespace book
