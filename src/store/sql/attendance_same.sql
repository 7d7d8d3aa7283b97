-- Whether this very event is stored already: a write that is tried again after a failure may have succeeded the first time.
SELECT 1 FROM attendance_event
WHERE course = :course AND batch = :batch AND meeting = :meeting AND participant = :participant
  AND at = :at AND mark_before IS :before AND mark_after IS :after AND undoes = :undoes
