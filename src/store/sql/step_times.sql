SELECT run.course, run.meeting, step_time.title, step_time.exercise, step_time.planned, step_time.used, run.id
FROM step_time JOIN run ON run.id = step_time.run
ORDER BY step_time.run, step_time.place
