// tests/base/as_nobody.h: lets a test run as root feel the file permissions that an ordinary user feels.
#pragma once

#ifndef _WIN32
#include <unistd.h>

/// While it lives, the process acts as the user `nobody`, where it may become that; else it is an ordinary user
/// already.
struct AsNobody {
    uid_t before = ::geteuid();
    AsNobody() {
        if (before == 0 && ::seteuid(65534) != 0) before = 65534;
    }
    ~AsNobody() {
        if (before == 0) (void)!::seteuid(0);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
};
#endif
