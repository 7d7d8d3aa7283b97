// ui/views/reader_usage.h: how long an exercise has taken where it was done. Only for reader*.cpp.
//                                                                              Tests: tests/ui/meeting_closing_test.cpp
#pragma once

namespace ui {

struct Reading;

/// "Brukt 4 ganger: median 26 av 15 min", under the head of an exercise's page; nothing where it was never done.
void draw_usage(const Reading& reading, float width);

}  // namespace ui
