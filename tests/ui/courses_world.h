// tests/ui/courses_world.h: a small programme in memory, a course in it, and the canvas on which a view shows them.
// What the view says is done by the real update, so that the next frame shows what came of it.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "app/update.h"
#include "support/null_canvas.h"
#include "ui/views/courses.h"

namespace support {

inline std::shared_ptr<const book::Handbook> small_programme() {
    auto handbook = std::make_shared<book::Handbook>();
    handbook->revision = 1;
    handbook->programme.group.least = 6;
    handbook->programme.group.most = 14;
    handbook->programme.form_after_meeting = "del-2/ark/etter.md";
    for (int number = 1; number <= 6; ++number) {
        const std::string path = "del-1/samlinger/samling-" + std::to_string(number) + ".md";
        handbook->programme.sessions.push_back({number, "Tema", 150, path, "samling-1.svg"});
        book::Document session;
        session.path = path;
        session.kind = book::Kind::session;
        session.session = number;
        handbook->documents.push_back(session);
    }
    book::Document form;
    form.path = "del-2/ark/etter.md";
    form.id = "etter";
    form.kind = book::Kind::form;
    form.title = "Etter samlingen";
    form.questions = {{"nytte", "Var det nyttig?", "Ikke nyttig", "Svært nyttig"},
                      {"trygghet", "Var du trygg?", "Ikke trygg", "Helt trygg"},
                      {"hjemme", "Får du brukt noe hjemme?", "Ingen tro", "Stor tro"}};
    handbook->documents.push_back(form);
    return handbook;
}

inline course::Course spring_course() {
    course::Course course;
    course.id = 7;
    course.title = "Vårkurset 2026";
    course.municipality = "Nesset";
    course.place = "Frivilligsentralen";
    course.dates = course::dates_from({2026, 2, 25}, 6);
    course.leader_one = "Fagperson";
    course.leader_two = "Brukerrepresentant";
    course.participants = 11;
    return course;
}

/// The day of the third meeting, half an hour before it begins.
inline base::Instant third_meeting() {
    return base::at_local({2026, 3, 11}, {9, 30}, base::Minutes{60});
}

struct CoursesWorld {
    NullCanvas canvas;
    app::Model model;
    std::size_t done = 0;  ///< actions that the model has been told

    explicit CoursesWorld(float width = 1440, float height = 900) : canvas(width, height) {
        model.handbook = small_programme();
        model.place = app::Place::courses;
        model.zone = base::Minutes{60};
        model.store.phase = app::StorePhase::open;
        model.now = canvas.context.now = third_meeting();
        canvas.draw = [this] {
            for (; done < canvas.actions.size(); ++done)
                (void)app::update(model, canvas.actions[done], canvas.context.now);
            if (model.kiosk)
                ui::draw_kiosk(model, canvas.context);
            else
                ui::draw_courses(model, canvas.context);
        };
    }

    void with_course() {
        model.courses = {spring_course()};
        model.course = 7;
        model.records.attendance = course::AttendanceSheet(11, 6);
    }
    void with_round(course::RoundPhase phase, const course::Histogram& first = {}) {
        model.records.feedback = {{3, phase, {{"nytte", first}, {"trygghet", {}}, {"hjemme", {}}}}};
    }
    ui::CoursesState& state() { return canvas.context.state->courses; }
    /// Everything that is written on the screen.
    std::multiset<std::string> labels() {
        canvas.settle();
        std::multiset<std::string> all;
        for (const ui::Item& item : canvas.index.items()) all.insert(item.label);
        return all;
    }
};

}  // namespace support
