INSERT INTO grouping (course, number, groups) VALUES (:course, :number, :groups)
ON CONFLICT DO UPDATE SET groups = excluded.groups
