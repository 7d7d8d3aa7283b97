// An older edition of the handbook beside the present one: shell reads it and compares, away from the loop.
#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

constexpr std::size_t longest_folder = 4096;

}  // namespace

Effects apply(Model& model, const CompareWith& action) {
    std::string folder(base::trimmed(action.folder));
    if (folder.empty() || folder.size() > longest_folder) return {};
    model.older = OlderEdition{.folder = std::move(folder)};
    return compare_again(model);
}

Effects compare_again(Model& model) {
    if (!model.older) return {};
    OlderEdition& older = *model.older;
    older.loading = true;
    older.failed = false;
    older.comparison.reset();  // it was about another text
    // Without a handbook of our own there is nothing to compare with yet; it comes.
    if (!model.handbook) return {};
    return {LoadEdition{older.folder, model.settings.language, model.handbook}};
}

Effects apply(Model& model, const CloseComparison&) {
    model.older.reset();
    return {};
}

Effects apply(Model& model, const EditionLoaded& action) {
    // What was asked for before another folder was chosen comes too late.
    if (!model.older || !model.older->loading || model.older->folder != action.folder) return {};
    OlderEdition& older = *model.older;
    older.loading = false;
    older.failed = action.book == nullptr;
    older.book = action.book;
    older.comparison = action.comparison;
    return {};
}

}  // namespace app
