INSERT INTO step_time (run, place, title, exercise, planned, used) VALUES (:run, :place, :title, :exercise, :planned, :used)
