SELECT at, event FROM run_event WHERE run = :run ORDER BY number
