#include "ui/wall/drawn_text.h"

namespace ui {
namespace {

DrawnTexts* now_kept = nullptr;

}  // namespace

DrawnTexts::DrawnTexts() {
    now_kept = this;
}

DrawnTexts::~DrawnTexts() {
    now_kept = nullptr;
}

DrawnTexts* DrawnTexts::kept() {
    return now_kept;
}

}  // namespace ui
