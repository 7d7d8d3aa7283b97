SELECT batch, at, meeting, participant, mark_before, mark_after, undoes
FROM attendance_event WHERE course = :course ORDER BY id
