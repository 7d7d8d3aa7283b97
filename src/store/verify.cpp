#include "base/files.h"
#include "store/fault.h"
#include "store/header.h"
#include "store/migrations.h"
#include "store/store.h"
#include "store_sql.h"

namespace store {
using base::Error;
using base::Fault;
using base::Result;

Result<Verification> verify(const std::filesystem::path& file) {
    return guarded(file, [&]() -> Result<Verification> {
        const std::string path = base::to_utf8(file);
        const auto header = read_header(file);
        if (!header) return header.error();
        if (!header.value().there) return Error{Fault::not_found, path, {}};
        if (header.value().empty) return Error{Fault::damaged, path, "empty"};
        if (header.value().edition > newest_edition())
            return Error{Fault::newer, path, "edition " + std::to_string(header.value().edition)};
        Connection connection(file, Access::read);
        if (std::string fault = connection.check(true); !fault.empty()) return Error{Fault::damaged, path, fault};
        const int edition = connection.edition();
        if (edition > newest_edition()) return Error{Fault::newer, path, "edition " + std::to_string(edition)};
        const auto application = connection.database().execAndGet("PRAGMA application_id").getUInt();
        if (edition < 1 || application != application_id)
            return Error{Fault::damaged, path, "a database of another program"};
        if (const std::string missing = missing_from_schema(connection, migrations()); !missing.empty())
            return Error{Fault::damaged, path, "missing or changed: " + missing};
        Query numbers = connection.query(embedded::sql_numbers());
        numbers.next();
        return Verification{edition, static_cast<int>(numbers.number(0)), static_cast<int>(numbers.number(1)),
                            static_cast<int>(numbers.number(2))};
    });
}

}  // namespace store
