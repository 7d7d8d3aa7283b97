// ui/index.h: a list of what is on the screen this frame: role, id, label, place, state.
// Why: tests press things by their id in any language, and an adapter for assistive technology can read the same list.
// Rule: costs nothing unless an Index is attached to the window's ImGui context.     Tests: used by all of tests/ui
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace ui {

enum class ItemRole : std::uint8_t { text, button, link, field, toggle, mark };

struct Item {
    ItemRole role = ItemRole::text;
    std::string id;     ///< as given by the view, the same in every language; texts have none
    std::string label;  ///< as shown
    ImVec2 min, max;    ///< on the screen, clipped to what is visible
    bool disabled = false;
    bool on = false;
};

class Index {
  public:
    /// From now on the current ImGui context reports to this list.
    void attach();
    void clear() { items_.clear(); }
    const std::vector<Item>& items() const { return items_; }
    /// By id, else by label; null when it is not on the screen.
    const Item* find(std::string_view id_or_label) const;
    void add(Item item) { items_.push_back(std::move(item)); }

  private:
    std::vector<Item> items_;
};

/// Tells the attached index, if any, of ImGui's last item.
void report(ItemRole role, std::string_view id, std::string_view label, bool disabled = false, bool on = false);
/// The same for something that is drawn without being an item.
void report_text(std::string_view label, ImVec2 min, ImVec2 max);

}  // namespace ui
