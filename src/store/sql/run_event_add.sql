INSERT INTO run_event (run, number, at, event)
SELECT :run, 1 + coalesce(max(number), 0), :at, :event FROM run_event WHERE run = :run
