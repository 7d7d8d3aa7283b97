INSERT INTO attendance_event (course, batch, at, meeting, participant, mark_before, mark_after, undoes)
VALUES (:course, :batch, :at, :meeting, :participant, :before, :after, :undoes)
