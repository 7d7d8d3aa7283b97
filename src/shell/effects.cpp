#include "shell/effects.h"

#include <algorithm>

#include "base/files.h"

namespace shell {
namespace {

app::Actions one(app::Action action) {
    app::Actions actions;
    actions.push_back(std::move(action));
    return actions;
}

}  // namespace

/// One overload an effect.
struct EffectRunner::Performer {
    EffectRunner& runner;
    const app::Model& model;
    base::Instant now;
    const app::Effect& whole;

    app::Actions failed(base::Error error) const {
        runner.refused_ = error;
        return one(app::WriteFailed{whole, std::move(error)});
    }
    app::Actions saved() const {
        runner.wrote_ = true;
        return one(app::Saved{});
    }
    /// A write that answers with nothing but success.
    template <class Write>
    app::Actions write(Write&& deed) const {
        if (base::Outcome outcome = deed(*runner.store_); !outcome) return failed(outcome.error());
        return saved();
    }

    app::Actions operator()(const app::AppendAttendance& e) const {
        return write([&](store::Store& s) { return s.append_attendance(e.course, e.events); });
    }
    app::Actions operator()(const app::SaveRound& e) const {
        return write([&](store::Store& s) { return s.save_round(e.course, e.round); });
    }
    app::Actions operator()(const app::BeginRun& e) const {
        const auto run = runner.store_->begin_run(e.course, e.meeting, e.started);
        if (!run.ok()) return failed(run.error());
        app::Actions answers = saved();
        answers.push_back(app::RunBegun{run.value()});
        return answers;
    }
    app::Actions operator()(const app::AppendRunEvent& e) const {
        return write([&](store::Store& s) { return s.append_run_event(e.run, e.event, e.times); });
    }
    app::Actions operator()(const app::AddCourse& e) const {
        const auto id = runner.store_->add_course(e.course);
        if (!id.ok()) return failed(id.error());
        app::Actions answers = saved();
        course::Course course = e.course;
        course.id = id.value();
        answers.push_back(app::CourseAdded{std::move(course)});
        return answers;
    }
    app::Actions operator()(const app::ChangeCourse& e) const {
        return write([&](store::Store& s) { return s.change_course(e.course); });
    }
    app::Actions operator()(const app::RemoveCourse& e) const {
        return write([&](store::Store& s) { return s.remove_course(e.course); });
    }
    app::Actions operator()(const app::SaveTick& e) const {
        return write([&](store::Store& s) { return s.save_tick(e.course, e.tick, e.on, now); });
    }
    app::Actions operator()(const app::SavePlan& e) const {
        return write([&](store::Store& s) { return s.save_plan(e.course, e.meeting, e.plan); });
    }
    app::Actions operator()(const app::SaveLine& e) const {
        return write([&](store::Store& s) { return s.save_line(e.course, e.meeting, e.line); });
    }
    app::Actions operator()(const app::SaveCounts& e) const {
        return write([&](store::Store& s) { return s.save_hands(e.course, e.counts); });
    }
    app::Actions operator()(const app::SaveGroups& e) const {
        return write([&](store::Store& s) { return s.save_groups(e.course, e.number, e.groups); });
    }
    app::Actions operator()(const app::SetSetting& e) const {
        if (base::Outcome outcome = runner.store_->set_setting(e.key, e.value); !outcome)
            return failed(outcome.error());
        runner.stored_settings_[e.key] = e.value;
        return one(app::Saved{});
    }

    app::Actions operator()(const app::LoadRecords& e) const {
        if (!runner.store_) return one(app::DeedFailed{runner.closed_because_});
        int meetings = model.handbook != nullptr ? static_cast<int>(model.handbook->programme.sessions.size()) : 0;
        if (const course::Course* course = model.course_by_id(e.course); course != nullptr) {
            meetings = std::max(meetings, static_cast<int>(course->dates.size()));
        }
        auto records = runner.store_->records(e.course, meetings);
        if (!records.ok()) return one(app::DeedFailed{records.error()});
        store::CourseRecords all = std::move(records).value();
        return one(app::RecordsLoaded{
            e.course,
            {std::move(all.attendance), std::move(all.feedback), std::move(all.held), std::move(all.ticks),
             std::move(all.lines), std::move(all.hands), std::move(all.groups)}});
    }
    app::Actions operator()(const app::OpenStore&) const {
        runner.store_.reset();
        return runner.opened(store::Store::open(runner.folder_, now));
    }
    app::Actions operator()(const app::RestoreBackup& e) const {
        runner.store_.reset();
        for (const store::Backup& backup : store::backups(runner.folder_)) {
            if (base::to_utf8(backup.file.filename()) != e.name) continue;
            const auto kept = store::restore(runner.folder_, backup, now);
            if (!kept.ok()) return one(app::DeedFailed{kept.error()});
            app::Actions answers = one(app::BackupRestored{base::to_utf8(kept.value())});
            for (app::Action& action : runner.opened(store::Store::open(runner.folder_, now)))
                answers.push_back(std::move(action));
            return answers;
        }
        return one(app::DeedFailed{{base::Fault::not_found, e.name, {}}});
    }
    app::Actions operator()(const app::MakeBackup&) const {
        if (!runner.store_) return one(app::DeedFailed{runner.closed_because_});
        const auto backup = runner.store_->backup(now);
        if (!backup.ok()) return one(app::DeedFailed{backup.error()});
        return one(app::BackupMade{});
    }
    app::Actions operator()(const app::LoadHandbook& e) const { return runner.surroundings_.load_handbook(e.language); }
    app::Actions operator()(const app::LoadEdition& e) const { return runner.surroundings_.load_edition(e); }
    app::Actions operator()(const app::Speak& e) const {
        runner.surroundings_.speak(e.text, e.language);
        return {};
    }
    app::Actions operator()(const app::PlayChime&) const { return runner.surroundings_.play_chime(); }
    app::Actions operator()(const app::StopSpeaking&) const {
        runner.surroundings_.stop_speaking();
        return {};
    }
    app::Actions operator()(const app::ShowWall& e) const { return runner.surroundings_.show_wall(e.visible); }
    app::Actions operator()(const app::MoveWall& e) const { return runner.surroundings_.move_wall(e.screen); }
    app::Actions operator()(const app::OpenUrl& e) const {
        if (base::Outcome outcome = runner.surroundings_.open_url(e.url); !outcome)
            return one(app::DeedFailed{outcome.error()});
        return {};
    }
    app::Actions operator()(const app::CopyText& e) const {
        runner.surroundings_.copy_text(e.text);
        return {};
    }
};

app::Actions EffectRunner::perform(const app::Effect& effect, const app::Model& model, base::Instant now) {
    if (app::is_write(effect)) {
        if (!store_) return one(app::WriteFailed{effect, closed_because_});
        if (refused_) return one(app::WriteFailed{effect, *refused_});
    }
    return std::visit(Performer{*this, model, now, effect}, effect);
}

app::Actions EffectRunner::opened(base::Result<store::Store> opening) {
    const auto refused = [&](base::Error error) {
        closed_because_ = error;
        store_.reset();
        app::StoreRefused answer{std::move(error), base::to_utf8(folder_), {}};
        for (const store::Backup& backup : store::backups(folder_))
            answer.backups.push_back(base::to_utf8(backup.file.filename()));
        return one(std::move(answer));
    };
    if (!opening.ok()) return refused(opening.error());
    store_ = std::move(opening).value();
    auto courses = store_->courses();
    if (!courses.ok()) return refused(courses.error());
    auto settings = store_->settings();
    if (!settings.ok()) return refused(settings.error());
    auto run = store_->unfinished_run();
    if (!run.ok()) return refused(run.error());
    auto plans = store_->plans();
    if (!plans.ok()) return refused(plans.error());
    auto times = store_->times();
    if (!times.ok()) return refused(times.error());
    stored_settings_ = settings.value();
    app::StoreOpened answer{base::to_utf8(folder_), std::move(courses).value(), stored_settings_,
                            std::nullopt,           std::move(plans).value(),   std::move(times).value()};
    if (std::optional<store::StoredRun> left = std::move(run).value()) {
        answer.unfinished = app::Unfinished{left->id, left->course, left->meeting, std::move(left->log)};
    }
    return one(std::move(answer));
}

void EffectRunner::keep_settings(const std::map<std::string, std::string>& settings) {
    if (!store_) return;
    for (const auto& [key, value] : settings) {
        const auto known = stored_settings_.find(key);
        if (known != stored_settings_.end() && known->second == value) continue;
        // A setting that cannot be kept is not worth a message; what was tried is not tried again until it changes.
        static_cast<void>(store_->set_setting(key, value));
        stored_settings_[key] = value;
    }
}

void EffectRunner::close(base::Instant now) {
    if (!store_) return;
    // The exit is not held up by a backup that fails: everything is in the file itself, and older backups stand.
    if (wrote_) static_cast<void>(store_->backup(now));
    store_.reset();
}

}  // namespace shell
