SELECT id, course, meeting FROM run ORDER BY id DESC
