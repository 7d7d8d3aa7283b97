#include "app/update.h"

#include <type_traits>

#include "app/idle.h"
#include "app/update_parts.h"

namespace app {
namespace {

template <class T, class... Each>
constexpr bool one_of = (std::is_same_v<T, Each> || ...);

/// While participants sit at the PC, only their own answers, what makes the text readable, and the world get through:
/// nobody can wander from the form into the register or turn the page of the meeting.
template <class T>
constexpr bool works_in_kiosk =
    one_of<T, KioskAnswer, KioskSend, KioskNextPerson, LeaveKiosk, SetLanguage, SetLook, SetTextScale, SetReducedMotion,
           SetLightWall, Retry, DismissNotice, Tick, HandbookLoaded, EditionLoaded, SpeechEnded, SpeechMissing,
           StoreOpened, StoreRefused, Saved, WriteFailed, DeedFailed, CourseAdded, RecordsLoaded, RunBegun,
           BackupRestored, BackupMade, ChimeMissing, ScreensChanged, WallShown, WallClosed, RestoreChosen,
           ContinueWithoutStore>;

}  // namespace

Effects update(Model& model, const Action& action, base::Instant now) {
    const base::Instant moment = shown_time(model, now);
    const bool chimes = model.settings.chime && time_ran_out(model, model.now, moment);
    model.now = moment;
    model.real = now;
    ++model.revision;
    forget_expired(model);
    const Place before = model.place;
    return action.visit([&]<class T>(const T& act) -> Effects {
        if (model.kiosk && !works_in_kiosk<T>) return {};
        Effects effects = through_queue(model, apply(model, act));
        // A voice is not left speaking where there is nothing to stop it with.
        if (before == Place::handbook && model.place != before) append(effects, apply(model, StopReadingAloud{}));
        if (chimes) effects.push_back(PlayChime{});
        return effects;
    });
}

}  // namespace app
