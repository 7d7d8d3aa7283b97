SELECT course, meeting, standard, exercise, title, instruction, minutes, leader, at, skipped
FROM course_step ORDER BY course, meeting, place
