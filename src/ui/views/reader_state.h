// ui/views/reader_state.h: what the reader view remembers between frames.
#pragma once

namespace ui {

struct ReaderState {};

}  // namespace ui
