#include "session/projection.h"

namespace session {

Projection toggled(Projection projection, Cover cover) {
    if (cover == projection.cover) {
        projection.cover = Cover::none;
    } else if (projection.cover != Cover::black || cover == Cover::none) {
        projection.cover = cover;
    }
    return projection;
}

Projection escaped(Projection projection) {
    if (projection.cover != Cover::none) {
        projection.cover = Cover::none;
    } else if (projection.frozen) {
        projection.frozen = false;
    } else if (projection.zoom) {
        projection.zoom.reset();
    } else if (projection.pointer) {
        projection.pointer.reset();
    } else {
        projection.visible = false;
    }
    return projection;
}

}  // namespace session
