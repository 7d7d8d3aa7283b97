#include <bit>

#include "base/files.h"
#include "store/fault.h"
#include "store/rows.h"
#include "store/state.h"
#include "store_sql.h"

namespace store {
using base::Outcome;

std::set<course::Tick> ticks(Connection& connection, std::int64_t course) {
    std::set<course::Tick> result;
    Query rows = connection.query(embedded::sql_ticks());
    rows.bind(":course", course);
    while (rows.next()) result.insert({rows.text(0), std::bit_cast<std::uint64_t>(rows.number(1))});
    return result;
}

Outcome Store::save_tick(std::int64_t course, const course::Tick& tick, bool on, base::Instant now) {
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        if (!course_size(connection, course))
            return base::Error{base::Fault::not_found, base::to_utf8(state_->file), "course " + std::to_string(course)};
        Query query = connection.query(on ? embedded::sql_tick_add() : embedded::sql_tick_remove());
        query.bind(":course", course)
            .bind(":document", tick.document)
            .bind(":task", std::bit_cast<std::int64_t>(tick.task));
        if (on) query.bind(":at", base::to_milliseconds(now));
        query.run();
        return base::done();
    });
}

}  // namespace store
