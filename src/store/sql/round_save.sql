INSERT INTO feedback_round (course, meeting, phase) VALUES (:course, :meeting, :phase)
ON CONFLICT DO UPDATE SET phase = excluded.phase
