INSERT INTO meeting_line (course, meeting, line) VALUES (:course, :meeting, :line)
ON CONFLICT DO UPDATE SET line = excluded.line
